import { answers } from "./answers.ts"
import { account } from "./account.ts"
import { calendar } from "./calendar.ts"
import { casecard } from "./casecard.ts"
import { cases } from "./cases.ts"
import { change } from "./change.ts"
import { check } from "./check.ts"
import { checkin } from "./checkin.ts"
import { cited } from "./cited.ts"
import { closing } from "./closing.ts"
import { comments } from "./comments.ts"
import { command } from "./command.ts"
import { contract } from "./contract.ts"
import { coverage } from "./coverage.ts"
import { downtime } from "./downtime.ts"
import { feed } from "./feed.ts"
import { festival } from "./festival.ts"
import { finding } from "./finding.ts"
import { form } from "./form.ts"
import { guide } from "./guide.ts"
import { handnote } from "./handnote.ts"
import { handshake } from "./handshake.ts"
import { handover } from "./handover.ts"
import { hook } from "./hook.ts"
import { http } from "./http.ts"
import { incident } from "./incident.ts"
import { inspect } from "./inspect.ts"
import { lead } from "./lead.ts"
import { leave } from "./leave.ts"
import { leaving } from "./leaving.ts"
import { ledger } from "./ledger.ts"
import { listing } from "./listing.ts"
import { loss } from "./loss.ts"
import { mistake } from "./mistake.ts"
import { obligation } from "./obligation.ts"
import { offline } from "./offline.ts"
import { opening } from "./opening.ts"
import { outbox } from "./outbox.ts"
import { overview } from "./overview.ts"
import { ownkind } from "./ownkind.ts"
import { password } from "./password.ts"
import { patrol } from "./patrol.ts"
import { people } from "./people.ts"
import { picture } from "./picture.ts"
import { platform } from "./platform.ts"
import { post } from "./post.ts"
import { procedure } from "./procedure.ts"
import { proof } from "./proof.ts"
import { proposal } from "./proposal.ts"
import { quota } from "./quota.ts"
import { readiness } from "./readiness.ts"
import { redate } from "./redate.ts"
import { registration } from "./registration.ts"
import { report } from "./report.ts"
import { reportpaper } from "./reportpaper.ts"
import { repost } from "./repost.ts"
import { request } from "./request.ts"
import { review } from "./review.ts"
import { reviewcard } from "./reviewcard.ts"
import { roster } from "./roster.ts"
import { rostersheet } from "./rostersheet.ts"
import { rulebook } from "./rulebook.ts"
import { second } from "./second.ts"
import { secret } from "./secret.ts"
import { simulation } from "./simulation.ts"
import { statement } from "./statement.ts"
import { swap } from "./swap.ts"
import { sync } from "./sync.ts"
import { talk } from "./talk.ts"
import { task } from "./task.ts"
import { token } from "./token.ts"
import { topic } from "./topic.ts"
import { unit } from "./unit.ts"
import { upload } from "./upload.ts"
import { vacancy } from "./vacancy.ts"

export const zh = {
  swap,
  roster,
  feed,
  rostersheet,
  leave,
  coverage,
  account,
  answers,
  calendar,
  comments,
  casecard,
  cases,
  change,
  check,
  checkin,
  cited,
  closing,
  command,
  festival,
  downtime,
  finding,
  form,
  contract,
  guide,
  handnote,
  handshake,
  handover,
  lead,
  hook,
  http,
  incident,
  inspect,
  leaving,
  ledger,
  listing,
  loss,
  mistake,
  obligation,
  offline,
  opening,
  outbox,
  overview,
  ownkind,
  password,
  patrol,
  people,
  picture,
  platform,
  post,
  procedure,
  proof,
  proposal,
  quota,
  readiness,
  redate,
  registration,
  report,
  reportpaper,
  repost,
  request,
  review,
  reviewcard,
  rulebook,
  second,
  secret,
  simulation,
  sync,
  statement,
  token,
  talk,
  topic,
  unit,
  upload,
  vacancy,
  task,
}
