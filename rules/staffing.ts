/** Who could take each place, in order; places may share people. */
export type Places = readonly (readonly string[])[]

/** Whether the places can be given to as many different people. */
export const canFill = (places: Places): boolean => {
  const taken = new Map<string, number>()
  const seat = (place: number, tried: Set<string>): boolean =>
    (places[place] ?? []).some((person) => {
      if (tried.has(person)) return false
      tried.add(person)
      const before = taken.get(person)
      if (before !== undefined && !seat(before, tried)) return false
      taken.set(person, place)
      return true
    })
  return places.every((_, place) => seat(place, new Set()))
}

const without = (places: Places, person: string): Places =>
  places.map((place) => place.filter((each) => each !== person))

/** Those who can take the first place so that all the others can still be filled by different people. */
export const firstOf = ([first = [], ...others]: Places): readonly string[] =>
  first.filter((person) => canFill(without(others, person)))

/** The first place that nobody is left for; null when all can be filled. */
export const emptyPlace = (places: Places): number | null => {
  const at = places.findIndex((_, place) => !canFill(places.slice(0, place + 1)))
  return at < 0 ? null : at
}
