import type { Context } from '@/lib/context';

/** What a public verb knows of its caller: nobody is signed in yet. */
export type PublicContext = Pick<Context, 'ahora' | 'requestId' | 'ip' | 'dispositivo'> & {
  /** The text after `Authorization: Bearer`, when there is one. */
  bearer: string | null;
};
