import { account } from "./account.ts"
import { accounts } from "./accounts.ts"
import { addkind } from "./addkind.ts"
import { amend } from "./amend.ts"
import { answered } from "./answered.ts"
import { applications } from "./applications.ts"
import { apply } from "./apply.ts"
import { appoint } from "./appoint.ts"
import { approval } from "./approval.ts"
import { bind } from "./bind.ts"
import { cancel } from "./cancel.ts"
import { cancelled } from "./cancelled.ts"
import { certify } from "./certify.ts"
import { check } from "./check.ts"
import { checkin } from "./checkin.ts"
import { close } from "./close.ts"
import { closeorder } from "./closeorder.ts"
import { closing } from "./closing.ts"
import { correct } from "./correct.ts"
import { detail } from "./detail.ts"
import { dismiss } from "./dismiss.ts"
import { dissolve } from "./dissolve.ts"
import { done } from "./done.ts"
import { down } from "./down.ts"
import { drill } from "./drill.ts"
import { due } from "./due.ts"
import { edit } from "./edit.ts"
import { endrota } from "./endrota.ts"
import { exit } from "./exit.ts"
import { explain } from "./explain.ts"
import { export_ } from "./export.ts"
import { exportroster } from "./exportroster.ts"
import { fake } from "./fake.ts"
import { feed } from "./feed.ts"
import { finding } from "./finding.ts"
import { findings } from "./findings.ts"
import { form } from "./form.ts"
import type { Command } from "./form/command.ts"
import { hidden } from "./form/hidden.ts"
import { programs } from "./form/programs.ts"
import { reporting } from "./form/reporting.ts"
import { listed } from "./form/listing.ts"
import { publics } from "./form/publics.ts"
import { found } from "./found.ts"
import { golive } from "./golive.ts"
import { handnote } from "./handnote.ts"
import { handover } from "./handover.ts"
import { help } from "./help.ts"
import { hijacked } from "./hijacked.ts"
import { import_ } from "./import.ts"
import { importroster } from "./importroster.ts"
import { incidents } from "./incidents.ts"
import { inspect } from "./inspect.ts"
import { inquire } from "./inquire.ts"
import { invite } from "./invite.ts"
import { kinds } from "./kinds.ts"
import { lead } from "./lead.ts"
import { leads } from "./leads.ts"
import { leave } from "./leave.ts"
import { leaves } from "./leaves.ts"
import { leaving } from "./leaving.ts"
import { lost } from "./lost.ts"
import { me } from "./me.ts"
import { newunit } from "./newunit.ts"
import { offline } from "./offline.ts"
import { onduty } from "./onduty.ts"
import { online } from "./online.ts"
import { open } from "./open.ts"
import { order } from "./order.ts"
import { outsource } from "./outsource.ts"
import { page } from "./page.ts"
import { papers } from "./papers.ts"
import { password } from "./password.ts"
import { patrol } from "./patrol.ts"
import { people } from "./people.ts"
import { post } from "./post.ts"
import { preview } from "./preview.ts"
import { progress } from "./progress.ts"
import { proof } from "./proof.ts"
import { record } from "./record.ts"
import { rectified } from "./rectified.ts"
import { redate } from "./redate.ts"
import { register } from "./register.ts"
import { removed } from "./removed.ts"
import { resolved } from "./resolved.ts"
import { retire } from "./retire.ts"
import { reviews } from "./reviews.ts"
import { roster } from "./roster.ts"
import { rota } from "./rota.ts"
import { setunit } from "./setunit.ts"
import { severity } from "./severity.ts"
import { shift } from "./shift.ts"
import { sos } from "./sos.ts"
import { staff } from "./staff.ts"
import { standin } from "./standin.ts"
import { statement } from "./statement.ts"
import { status } from "./status.ts"
import { stay } from "./stay.ts"
import { submit } from "./submit.ts"
import { supply } from "./supply.ts"
import { swap } from "./swap.ts"
import { sync } from "./sync.ts"
import { talk } from "./talk.ts"
import { talks } from "./talks.ts"
import { task } from "./task.ts"
import { timeline_ } from "./timeline.ts"
import { today } from "./today.ts"
import { undo } from "./undo.ts"
import { units } from "./units.ts"
import { unrota } from "./unrota.ts"
import { upstream } from "./upstream.ts"
import { verify } from "./verify.ts"
import { waive } from "./waive.ts"
import { why } from "./why.ts"
import { withdraw } from "./withdraw.ts"

/** Every command, in the order of the menu, under the headings of the help. */
export const commands: readonly Command[] = [
  ...listed(
    "emergencies",
    sos,
    correct,
    fake,
    incidents,
    progress,
    detail,
    answered,
    supply,
    severity,
    resolved,
    timeline_,
    drill,
    kinds,
    addkind,
  ),
  ...listed(
    "daily",
    post,
    today,
    page,
    due,
    done,
    submit,
    reviews,
    password,
    statement,
    sync,
    task,
    check,
    finding,
    findings,
    rectified,
    verify,
    order,
    talk,
    talks,
    upstream,
    lead,
    leads,
    ...reporting,
    lost,
    hijacked,
    undo,
    amend,
    waive,
    redate,
    why,
    inspect,
  ),
  ...publics,
  ...listed(
    "accounts",
    accounts,
    account,
    register,
    edit,
    retire,
    certify,
    outsource,
    import_,
    export_,
    proof,
  ),
  ...listed(
    "approvals",
    open,
    apply,
    record,
    close,
    closing,
    cancelled,
    exit,
    inquire,
    explain,
    closeorder,
    offline,
    down,
    online,
    found,
    applications,
    withdraw,
    golive,
    removed,
    approval,
    form,
  ),
  ...listed(
    "roster",
    checkin,
    handnote,
    patrol,
    onduty,
    roster,
    swap,
    leave,
    leaves,
    rota,
    endrota,
    unrota,
    shift,
    feed,
    importroster,
    exportroster,
  ),
  ...listed(
    "people",
    me,
    people,
    invite,
    appoint,
    dismiss,
    staff,
    leaving,
    handover,
    stay,
    standin,
    units,
    papers,
    newunit,
    setunit,
    dissolve,
    bind,
  ),
  ...listed("settings", preview, status, ...programs, help, cancel),
  ...hidden,
]
