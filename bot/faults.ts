import { codeOf } from "../storage/faults.ts"

const said = (fault: Error, name: "path" | "port"): string | null =>
  name in fault ? String((fault as unknown as Record<string, unknown>)[name]) : null

/** What the system says of files, where they are missing, closed, or something else than they should be. */
const ofFiles: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `${path}: there is no such file or folder`,
  EISDIR: (path) => `${path} is a folder, and a file was expected`,
  ENOTDIR: (path) => `${path}: what should be a folder on the way there is a file`,
  EACCES: (path) => `${path} may not be read or written by this user`,
  EPERM: (path) => `${path} may not be read or written by this user`,
  EROFS: (path) => `${path} lies on a disk that cannot be written to`,
  ENOSPC: (path) => `${path} could not be written: the disk is full`,
}

/** The same of ports. */
const ofPorts: Readonly<Record<string, (port: string) => string>> = {
  EADDRINUSE: (port) =>
    `port ${port} is taken by another program: choose another one in the settings, or end it`,
  EACCES: (port) => `port ${port} may not be opened by this user: choose one above 1023 in the settings`,
}

/** A fault in one clear line for whoever runs the program; `about` is the file, where the system does not say which. */
export const inWords = (fault: unknown, about: string | null = null): string => {
  if (!(fault instanceof Error)) return String(fault)
  const code = codeOf(fault) ?? ""
  const [port, path] = [said(fault, "port"), said(fault, "path") ?? about]
  const words = port === null ? path !== null && ofFiles[code]?.(path) : ofPorts[code]?.(port)
  return words || fault.message
}
