import { DrizzleQueryError } from 'drizzle-orm/errors';
import { conPlazo, plazoDeLectura } from '@/lib/action/deadline';

type Tag = ((...args: never[]) => unknown) & { unsafe: (...args: never[]) => unknown };

// Next reads `digest` of the error that a page ended with; drizzle wraps the one that knows. What Next sets stays.
Object.defineProperty(DrizzleQueryError.prototype, 'digest', {
  configurable: true,
  get(this: DrizzleQueryError) {
    return (this.cause as { digest?: string } | undefined)?.digest;
  },
  set(this: DrizzleQueryError, value: string) {
    Object.defineProperty(this, 'digest', { value, configurable: true, writable: true });
  },
});

/**
 * The client, whose statements outside a transaction are given up on after `plazoDeLectura()`: a page may ask the database
 * anything, and never waits for one that hangs. A time limit of PostgreSQL's own would not do: a server that is stopped
 * does not count it. Transactions are the caller's, and so is their deadline.
 */
export function conPlazoDeLectura<S extends Tag>(sql: S): S {
  const unsafe = (...args: never[]) => limitada(sql.unsafe(...args));
  return new Proxy(sql, {
    apply: (tag, _, args) => limitada(Reflect.apply(tag, undefined, args)),
    get: (tag, nombre) => (nombre === 'unsafe' ? unsafe : Reflect.get(tag, nombre)),
  });
}

/** A statement is sent when somebody waits for it; that is when its time begins. Fragments of another are never waited for. */
function limitada<T>(valor: T): T {
  if (!(valor instanceof Promise)) return valor;
  const pendiente: Promise<unknown> = valor;
  const enviar = pendiente.then.bind(pendiente);
  const conLimite: typeof pendiente.then = (hecho, fallado) => {
    const plazo = plazoDeLectura();
    if (plazo === null) return enviar(hecho, fallado);
    return conPlazo(() => new Promise((resolve, reject) => enviar(resolve, reject)), plazo).then(hecho, fallado);
  };
  // biome-ignore lint/suspicious/noThenProperty: a statement is a promise already, and `then` is how the driver sends it
  pendiente.then = conLimite;
  return valor;
}
