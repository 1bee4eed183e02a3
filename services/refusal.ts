/** Something a person can put right: says what is wrong and what to do. Nothing has changed. */
export class Refusal extends Error {}

/** The refusal of whoever has not got the right. */
export class Forbidden extends Refusal {}
