import type { Intento } from '@/lib/jobs/worker';
import { mailerDelEntorno } from '@/lib/mail/configuracion';
import { entregarCorreo } from '@/lib/mail/entregar';
import { haySmtp } from '@/lib/mail/hay-smtp';
import { type Repaso, repasarCorreos } from '@/lib/mail/repaso';

/** Sends one mail, or renders it and leaves it waiting when there is no SMTP. */
export async function enviarPorCola(idCorreo: number, { ultimo }: Intento): Promise<void> {
  const mailer = mailerDelEntorno();
  try {
    await entregarCorreo(idCorreo, { ahora: new Date(), ultimo, mailer });
  } finally {
    mailer?.close();
  }
}

/** Looks over the outbox: see `repasarCorreos`. */
export function repasarBandeja(ahora: Date): Promise<Repaso> {
  return repasarCorreos(ahora, haySmtp());
}
