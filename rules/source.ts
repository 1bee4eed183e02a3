const ADDRESS = /https?:\/\/[^\s，。；、]+/iu

/** The host of the first address in what somebody wrote. */
const hostIn = (text: string): string | null => {
  const [address] = ADDRESS.exec(text) ?? []
  return address !== undefined && URL.canParse(address) ? new URL(address).hostname.toLowerCase() : null
}

/**
 * Whether a source stands on a list of hosts and names. A host holds for everything below it; an address is judged by its
 * host alone, whatever name stands beside it.
 */
export const isListed = (source: string, list: readonly string[]): boolean => {
  const host = hostIn(source)
  if (host !== null)
    return list.some((each) => host === each.toLowerCase() || host.endsWith(`.${each.toLowerCase()}`))
  const name = source.replaceAll(/[“”"《》\s]/gu, "")
  return list.some((each) => !each.includes(".") && name === each)
}
