/** Every command, in the order of the menu. */
export const commands = [] as const
