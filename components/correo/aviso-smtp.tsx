import { Notice } from '@/components/ui/notice';

/** Nothing goes out yet, and what to write where. */
export function AvisoSmtp() {
  return (
    <Notice tone="aviso" title="No hay servidor de correo configurado: los correos esperan aquí" className="mb-5">
      <p>
        Para que salgan, escriba en el archivo <code>.env</code> del servidor <code>SMTP_URL</code> (por ejemplo{' '}
        <code className="break-all">smtp://usuario:clave@smtp.proveedor.com:587</code>) y <code>MAIL_FROM</code>, la
        dirección desde la que se envía, y vuelva a iniciar Kantuta. Lo que espera y no venció se envía solo.
      </p>
    </Notice>
  );
}
