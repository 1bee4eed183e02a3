/** Talks to the playground's control interface. */

const parse = async (answer) => {
  const body = await answer.json()
  if (!body.ok) throw new Error(body.error ?? body.description ?? String(answer.status))
  return body.result
}

export const act = async (name, body = {}) =>
  parse(
    await fetch(`/control/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  )

export const ask = async (name, query = {}) => {
  const known = Object.entries(query).filter(([, value]) => value !== undefined && value !== null)
  return parse(await fetch(`/control/${name}?${new URLSearchParams(known)}`))
}

export const upload = async (query, file) => {
  const known = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  )
  const type = { "content-type": "application/octet-stream" }
  return parse(
    await fetch(`/control/upload?${new URLSearchParams(known)}`, {
      method: "POST",
      headers: type,
      body: file,
    }),
  )
}

export const fileAddress = (id) => `/control/file?id=${encodeURIComponent(id)}`

/** Calls back with everything that happens; `onState` tells whether the line is up. */
export const listen = (onEvent, onState) => {
  const source = new EventSource("/control/events")
  source.addEventListener("open", () => onState(true))
  source.addEventListener("error", () => onState(false))
  source.addEventListener("message", ({ data }) => onEvent(JSON.parse(data)))
}
