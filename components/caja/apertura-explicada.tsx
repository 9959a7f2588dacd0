import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import type { SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import { centavosDeJson, formatBs } from '@/lib/money';

/** How a session began when it is not the usual way: received from somebody, or with another count than was left. */
export function AperturaExplicada({ sesion }: { sesion: SesionCajaDto }) {
  const diferencia = centavosDeJson(sesion.diferencia_apertura ?? 0) ?? 0;
  if (sesion.id_sesion_relevada) {
    return (
      <Notice>
        Se recibió en un relevo, con el mismo conteo que cerró{' '}
        <Link href={`/cajas/sesion/${sesion.id_sesion_relevada}`} className="font-medium underline underline-offset-4">
          la sesión anterior
        </Link>
        .
      </Notice>
    );
  }
  if (diferencia === 0) return null;
  const cuanto = `${formatBs(Math.abs(diferencia))} ${diferencia < 0 ? 'menos' : 'más'}`;
  return (
    <Notice tone="aviso" title={`Se abrió con ${cuanto} de lo que dejó el último cierre`}>
      {sesion.motivo_apertura ? `Motivo: ${sesion.motivo_apertura}` : 'Nadie dijo por qué.'}
    </Notice>
  );
}
