import { Chip } from '@/components/ui/chip';
import type { CajaDto, SesionCajaDto } from '@/lib/caja/schemas-respuestas';
import { formatFechaHora } from '@/lib/time';
import { Cifra } from './cifra';

/** Whether somebody has the caja, and who. */
export function ChipCaja({ caja }: { caja: CajaDto }) {
  if (!caja.sesion_abierta) return <Chip>Cerrada</Chip>;
  const { cajero, fecha_apertura } = caja.sesion_abierta;
  return (
    <Chip tone="hecho" punto className="num">
      {cajero} · desde {formatFechaHora(fecha_apertura)}
    </Chip>
  );
}

/** What came of a session: still open, or its difference. */
export function Resultado({ sesion }: { sesion: SesionCajaDto }) {
  if (sesion.estado_sesion === 'CERRADA') return <Cifra valor={sesion.diferencia} diferencia />;
  return (
    <Chip tone="hecho" punto>
      Abierta
    </Chip>
  );
}
