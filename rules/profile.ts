import { z } from "zod"

/** What an app (移动客户端) has to have; null while nobody has said. */
const App = z
  .object({
    /** The day of the security test report. */
    securityReport: z.string().nullable(),
    ipv6: z.boolean(),
    https: z.boolean(),
    html5: z.boolean(),
    everyTerminal: z.boolean(),
  })
  .readonly()
export type AppProfile = z.output<typeof App>

/** What an account is planned for. */
const purpose = {
  /** Opened for one event or campaign (专项). */
  special: z.boolean(),
  /** Does a news service, or shows films, for which a licence is needed. */
  news: z.boolean(),
}
export const Purpose = z.object(purpose).readonly()
export type Purpose = z.output<typeof Purpose>

/** What is asked of an account only when it opens, or only of some. Its id is the account's. */
export const Profile = z
  .object({
    id: z.string(),
    ...purpose,
    licence: z.string().nullable(),
    /** The number in the national reporting system. */
    systemNumber: z.string().nullable(),
    /** The day on which the platform registered it. */
    registeredOn: z.string().nullable(),
    app: App.nullable(),
    /** Whether people can write to it; without it they can. */
    comments: z
      .object({
        open: z.boolean(),
        on: z.string(),
        reason: z.string().nullable(),
        by: z.string(),
        at: z.number(),
        /** Somebody who may pass what holds in principle has let them be switched off. */
        allowed: z.boolean(),
      })
      .readonly()
      .optional(),
  })
  .readonly()
export type Profile = z.output<typeof Profile>

/** Of an account of which nobody has said any of it. */
export const noProfile = (accountId: string): Profile => ({
  id: accountId,
  special: false,
  news: false,
  licence: null,
  systemNumber: null,
  registeredOn: null,
  app: null,
})
