/**
 * Something the person at the keyboard can act on. Its message is one Spanish sentence, printed
 * alone: no stack, no code.
 */
export class Refusal extends Error {}
