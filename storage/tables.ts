import type { z } from "zod"
import { Account } from "../rules/account.ts"
import { Arrangement } from "../rules/arrangement.ts"
import { Attestation } from "../rules/attestation.ts"
import { Canary } from "../rules/canary.ts"
import { Case, isOpen as isUnanswered } from "../rules/case.ts"
import { Contract } from "../rules/contract.ts"
import { InfoChange } from "../rules/change.ts"
import { Checkin } from "../rules/checkin.ts"
import { Departure } from "../rules/departure.ts"
import { Custody } from "../rules/custody.ts"
import { Dialog } from "../rules/dialog.ts"
import { Edition } from "../rules/edition.ts"
import { isRunning, Lead, LeadDay } from "../rules/lead.ts"
import { Handshake } from "../rules/handshake.ts"
import { Handover, isOpen as isWaiting } from "../rules/handover.ts"
import { Moved } from "../rules/moved.ts"
import { Muster } from "../rules/muster.ts"
import { Incident, IncidentNote } from "../rules/incident.ts"
import { Breach, isCleared, isOpen as isInReview, Item } from "../rules/item.ts"
import { isOpen, isPressing, Obligation } from "../rules/obligation.ts"
import { KindTable } from "../rules/ownkind.ts"
import { OfflineWindow } from "../rules/offline.ts"
import { Occasion } from "../rules/occasion.ts"
import { Outgoing } from "../rules/outgoing.ts"
import { Person, RoleAssignment } from "../rules/person.ts"
import { isUnderWay, Procedure } from "../rules/procedure.ts"
import { Profile } from "../rules/profile.ts"
import { Post } from "../rules/post.ts"
import { Clock, Miss } from "../rules/quota.ts"
import { Paper } from "../rules/readiness.ts"
import { plainLink, Repost } from "../rules/repost.ts"
import { Recount, unitOf } from "../rules/recount.ts"
import { Request } from "../rules/request.ts"
import { Lookout } from "../rules/coverage.ts"
import { Feed } from "../rules/feed.ts"
import { Leave, Override, Rota } from "../rules/roster.ts"
import { RosterSheet } from "../rules/sheet.ts"
import { Swap } from "../rules/swap.ts"
import { Round } from "../rules/round.ts"
import { StoredRulebook } from "../rules/rulebook.ts"
import { StandIn } from "../rules/standin.ts"
import { Statement } from "../rules/statement.ts"
import { dayOf } from "../rules/time.ts"
import { Talk } from "../rules/talk.ts"
import { Topic } from "../rules/topic.ts"
import { Chat, Invite, Unit } from "../rules/unit.ts"
import { Upload } from "../rules/upload.ts"
import { Vacancy } from "../rules/vacancy.ts"
import { nameKey } from "../rules/words.ts"
import { CalendarYear } from "../rules/year.ts"
import { table } from "./declared.ts"
import { oversight } from "./oversight.ts"
import { programs } from "./programs.ts"

/** Every table, with its row type and indexes. A row that waits carries `dueAt`. */
export const tables = {
  units: table(Unit, { parent: (unit) => unit.parentId ?? "", name: (unit) => unit.name }),
  persons: table(Person, {
    user: (person) => person.user,
    chat: (person) => person.chat,
    unit: (person) => person.unitId,
  }),
  roles: table(RoleAssignment, { person: (role) => role.personId, unit: (role) => role.unitId }),
  invites: table(Invite, { unit: (invite) => invite.unitId }),
  chats: table(Chat, { unit: (chat) => chat.unitId, was: (chat) => chat.was ?? null }),
  accounts: table(Account, {
    unit: (account) => account.unitId,
    /** As names are compared. */
    name: (account) => nameKey(account.name),
    custodian: (account) => account.custodian?.personId ?? null,
  }),
  posts: table(Post, {
    account: (post) => post.accountId,
    /** So that counting a period reads no more than its months. */
    month: (post) => `${post.accountId}/${dayOf(post.at).slice(0, 7)}`,
    batch: (post) => post.batchId,
    by: (post) => post.by,
    link: (post) => (post.link === null ? null : `${post.accountId} ${post.link}`),
  }),
  clocks: table(Clock, { account: (clock) => clock.accountId }),
  misses: table(Miss, { account: (miss) => miss.accountId, day: (miss) => dayOf(miss.at) }),
  occasions: table(Occasion, {
    account: (occasion) => occasion.accountId,
    unit: (occasion) => occasion.unitId,
    /** Those that are about a unit as such. */
    unitItself: (occasion) => (occasion.accountId === null ? occasion.unitId : null),
  }),
  obligations: table(Obligation, {
    key: (obligation) => obligation.key,
    account: (obligation) => obligation.accountId,
    unit: (obligation) => obligation.unitId,
    /** What is asked of a unit as such, or of its people. */
    unitItself: (obligation) => (obligation.accountId === null ? obligation.unitId : null),
    /** Those that somebody still has to do something about. */
    open: (obligation) => (isOpen(obligation) ? obligation.unitId : null),
    /** Those that are near enough to be brought up. */
    pressing: (obligation) => (isPressing(obligation) ? obligation.unitId : null),
    occasion: (obligation) => obligation.occasionId,
    receipt: (obligation) => obligation.settled?.proof ?? null,
  }),
  contracts: table(Contract, { account: (contract) => contract.accountId }),
  papers: table(Paper, { unit: (paper) => paper.unitId }),
  attestations: table(Attestation, { account: (attestation) => attestation.accountId }),
  custodies: table(Custody, { account: (custody) => custody.accountId, unit: (custody) => custody.unitId }),
  statements: table(Statement, { person: (statement) => statement.personId, unit: (it) => it.unitId }),
  leads: table(Lead, { day: (lead) => `${lead.unitId}/${lead.day}` }),
  /** Each day on which a unit owes its leads, past ones too. */
  leadDays: table(LeadDay, {
    unit: (day) => day.unitId,
    running: (day) => (isRunning(day) ? day.unitId : null),
  }),
  topics: table(Topic, {
    unit: (topic) => topic.unitId,
    /** Those that were not passed on yet. */
    fresh: (topic) => (topic.passedAt === null ? topic.unitId : null),
  }),
  recounts: table(Recount, { unit: unitOf }),
  moved: table(Moved, { unit: (moved) => moved.unitId }),
  rounds: table(Round, { unit: (round) => round.unitId }),
  dialogs: table(Dialog, { chat: (dialog) => dialog.chat }),
  requests: table(Request, { unit: (request) => request.unitId }),
  /** Under the id of their account. */
  profiles: table(Profile),
  procedures: table(Procedure, {
    account: (procedure) => procedure.accountId,
    state: (procedure) => procedure.state,
    /** Those that are neither done nor given up. */
    underWay: (procedure) => (isUnderWay(procedure) ? procedure.unitId : null),
  }),
  items: table(Item, {
    by: (item) => item.by,
    /** Those that somebody still has to do something about. */
    open: (item) => (isInReview(item) ? item.unitId : null),
    waiting: (item) => (item.state === "waiting" ? item.unitId : null),
    /** Those that may come out, and have not everywhere. */
    cleared: (item) => (isCleared(item) ? item.unitId : null),
  }),
  breaches: table(Breach, {
    unit: (breach) => breach.unitId,
    account: (breach) => breach.accountId,
    batch: (breach) => breach.batchId,
  }),
  /** Messages of the public. */
  cases: table(Case, {
    account: (it) => it.accountId,
    unit: (it) => it.unitId,
    /** By the office that was handed it, where that is another unit. */
    department: (it) => it.department?.unitId ?? null,
    /** Those that somebody still has to do something about. */
    open: (it) => (isUnanswered(it) ? it.unitId : null),
    number: (it) => it.number,
    year: (it) => dayOf(it.at).slice(0, 4),
  }),
  talks: table(Talk, { unit: (talk) => talk.unitId }),
  /** What changed of accounts and units, and is reported. */
  infoChanges: table(InfoChange, { account: (change) => change.accountId, unit: (change) => change.unitId }),
  /** Every time that an account was offline, or may be. */
  offlineWindows: table(OfflineWindow, { account: (window) => window.accountId }),
  departures: table(Departure, {
    person: (departure) => departure.personId,
    unit: (departure) => departure.unitId,
  }),
  handovers: table(Handover, {
    departure: (handover) => handover.departureId,
    account: (handover) => handover.accountId,
    /** Those that wait for their receiver or a leader. */
    waiting: (handover) => (isWaiting(handover) ? "yes" : null),
  }),
  standIns: table(StandIn, { unit: (standIn) => standIn.unitId }),
  rotas: table(Rota, { unit: (rota) => rota.unitId }),
  overrides: table(Override, {
    unit: (override) => override.unitId,
    batch: (override) => override.batch,
  }),
  arrangements: table(Arrangement, { unit: (arrangement) => arrangement.unitId }),
  leaves: table(Leave, { person: (leave) => leave.personId }),
  /** Items from above that accounts are to pass on. */
  reposts: table(Repost, { unit: (repost) => repost.unitId, link: (repost) => plainLink(repost.link) }),
  /** Under the id of their unit. */
  vacancies: table(Vacancy, { news: ({ news }) => (news.length > 0 ? "yes" : null) }),
  swaps: table(Swap, {
    unit: (swap) => swap.unitId,
    batch: (swap) => swap.batch,
  }),
  lookouts: table(Lookout, { bare: (lookout) => (lookout.bareSince === null ? null : "yes") }),
  sheets: table(RosterSheet),
  ...oversight,
  ...programs,
  feeds: table(Feed, { by: (feed) => feed.by }),
  checkins: table(Checkin, {
    unit: (checkin) => checkin.unitId,
    person: (checkin) => checkin.personId,
    /** Those of which something may still come. */
    open: (checkin) => (checkin.over || checkin.state === "void" ? null : checkin.unitId),
    /** By the day on which the turn ended. */
    ended: (checkin) => (checkin.over ? `${checkin.unitId}/${dayOf(checkin.to)}` : null),
  }),
  handshakes: table(Handshake, { unit: (handshake) => handshake.unitId, person: (it) => it.personId }),
  musters: table(Muster),
  canaries: table(Canary),
  incidents: table(Incident, {
    unit: (incident) => incident.unitId,
    /** Those that somebody still has to do something about. */
    open: (incident) => (incident.state === "closed" ? null : incident.unitId),
    year: (incident) => incident.number.slice(0, 4),
  }),
  /** The units' own tables of events. */
  kindTables: table(KindTable, {
    unit: (own) => own.unitId,
    waiting: (own) => (own.state === "asked" ? "consent" : null),
    /** The one that holds, and the one that waits. */
    standing: (own) =>
      own.state === "in-force" || own.state === "asked" ? `${own.unitId}/${own.state}` : null,
  }),
  /** What happened to incidents, line by line. */
  incidentNotes: table(IncidentNote, { incident: (note) => note.incidentId }),
  uploads: table(Upload, { by: (upload) => upload.by }),
  outbox: table(Outgoing, {
    to: (row) => row.to.id,
    state: (row) => row.state,
    edits: (row) => (row.state === "waiting" ? row.edits : null),
    /** Where it stands, as the messenger says it. */
    message: (row) => (row.chat !== null && row.messageId !== null ? `${row.chat}/${row.messageId}` : null),
  }),
  rulebooks: table(StoredRulebook),
  years: table(CalendarYear),
  /** How rows were before they were replaced. */
  editions: table(Edition, { kind: ({ of }) => of, row: ({ of, key }) => `${of}/${key}` }),
} as const

export type TableName = keyof typeof tables
export type RowOf<N extends TableName> = z.output<(typeof tables)[N]["row"]>

export const isTable = (name: string): name is TableName => name in tables
