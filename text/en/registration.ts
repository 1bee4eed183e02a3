import type { Finding, Named, NeededRole } from "../../rules/registration/findings.ts"
import type { registration as chinese } from "../zh/registration.ts"
import { cited } from "./cited.ts"
import { platform } from "./platform.ts"

const roles: Record<NeededRole, string> = {
  leader: "leader in charge",
  chief: "chief",
  "editor-in-chief": "editor-in-chief",
  "information-officer": "information officer",
}

const names = (accounts: readonly Named[]): string => accounts.map(({ name }) => `“${name}”`).join(", ")
const places = (accounts: readonly Named[]): string =>
  accounts.map((each) => `“${each.name}” (${platform[each.platform]})`).join(", ")

const finding = (found: Finding): string => {
  switch (found.code) {
    case "no-role":
      return `The unit has no ${roles[found.role]} yet; please name one first.`
    case "no-editor":
      return "Nobody is named who runs it; please name at least one person."
    case "too-few-editors":
      return `Only ${found.count} runs it; at least ${found.atLeast} are better, so that somebody can stand in.`
    case "too-many-editors":
      return `${found.count} people run it; usually at most ${found.atMost} do. Please check that all of them have to log in.`
    case "no-custodian":
      return "Nobody is named who keeps the password; please name one person."
    case "no-operator":
      return "It is run by another company, but which one is not said; please name it."
    case "no-verification":
      return `The verification text is missing; it has to name “${found.unit}”.`
    case "verification-without-sponsor":
      return `The verification text “${found.verification}” lacks the sponsor's full name; please have it name “${found.unit}”.`
    case "special-purpose":
      return "It is for one event or campaign: please publish on an existing account instead."
    case "name-not-tied":
      return `Nothing in the name “${found.name}” shows that it belongs to ${found.unit}; please add the place, the unit or its duties.`
    case "name-taken":
      return `Another unit's account on ${platform[found.platform]} is already called “${found.name}”; please choose another name.`
    case "name-differs":
      return `The unit already has ${places(found.others)}, but this one is called “${found.name}”; please use the same name.`
    case "platform-unknown":
      return "This platform is not among those known; please check that the authorities approved it."
    case "platform-full":
      return `The unit already has ${names(found.taken)} on this platform, and may have ${found.atMost}; please use what is there.`
    case "apps-full":
      return `The unit already has the app ${names(found.taken)}, and may have ${found.atMost}; please add to it instead.`
    case "mains-full":
      return `The unit's main account is ${places(found.taken)}, and there may be ${found.atMost}; please change that one first, or register this one as an ordinary account.`
    case "no-main":
      return "The unit has no main account yet; please choose one."
    case "no-office":
      return `${found.unit} has not named the office that answers for its accounts; please say so with /setunit first.`
    case "not-government-office":
      return `A government's accounts are sponsored by its office, which ${found.unit} is not; please let the office sponsor it.`
  }
}

const SOFT = " Where it is needed, the leader in charge can pass it with a written reason."

export const registration: typeof chinese = {
  finding,
  objection: (objection) => {
    const { origin, book, article, strength } = objection
    const source = `(${cited.cite({ ...book, article, origin })})`
    const said = finding(objection.finding)
    switch (strength) {
      case "hard":
        return `${said} ${source}`
      case "soft":
        return `${said}${SOFT} ${source}`
      case "note":
        return `Note: ${said} ${source}`
    }
  },
}
