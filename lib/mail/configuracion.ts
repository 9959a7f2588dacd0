import { env } from '@/lib/env';
import type { Mailer } from './mailer';
import { smtpMailer } from './smtp';

/** The mailer that the environment describes, or `null` when there is none. */
export function mailerDelEntorno(): Mailer | null {
  const { SMTP_URL, MAIL_FROM, MAIL_REPLY_TO } = env();
  if (!SMTP_URL || !MAIL_FROM) return null;
  return smtpMailer(SMTP_URL, { from: MAIL_FROM, replyTo: MAIL_REPLY_TO });
}

/** The domain that a Message-ID ends with: the sender's. */
export function dominioDelRemitente(): string {
  const [, dominio] = /@([^\s<>@]+?)>?$/.exec(env().MAIL_FROM ?? '') ?? [];
  return dominio ?? 'kantuta.invalid';
}
