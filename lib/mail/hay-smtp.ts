import { env } from '@/lib/env';

/** Whether mail goes out at all; without `SMTP_URL` it waits in the outbox. Brings no mail library: pages ask it. */
export function haySmtp(): boolean {
  return env().SMTP_URL !== undefined;
}
