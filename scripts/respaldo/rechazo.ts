/** Something the person can act on: its message is the one sentence to print. */
export class RespaldoRechazado extends Error {}
