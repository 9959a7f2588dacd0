import { haySmtp } from '@/lib/mail/hay-smtp';

/** Whether a code reaches its mail by itself; if not, whoever administers the shop reads it in the outbox. */
export function codigoLlegaSolo(): boolean {
  return haySmtp();
}
