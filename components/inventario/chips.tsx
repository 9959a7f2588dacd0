import { Chip, type Tone } from '@/components/ui/chip';
import { ESTADO_EN_PALABRAS, type EstadoConteo, type EstadoTransferencia } from '@/lib/inventario/rules';

const TONO: Record<EstadoTransferencia, Tone> = {
  SOLICITADA: 'aviso',
  ENVIADA: 'marca',
  PARCIAL: 'aviso',
  RECIBIDA: 'hecho',
  CANCELADA: 'neutro',
};

/** Where a transfer is. */
export function ChipTransferencia({ estado }: { estado: EstadoTransferencia }) {
  return <Chip tone={TONO[estado]}>{ESTADO_EN_PALABRAS[estado]}</Chip>;
}

const CONTEO: Record<EstadoConteo, { tono: Tone; palabra: string }> = {
  ABIERTO: { tono: 'aviso', palabra: 'Abierto' },
  APLICADO: { tono: 'hecho', palabra: 'Aplicado' },
  CANCELADO: { tono: 'neutro', palabra: 'Cancelado' },
};

/** How a count is. */
export function ChipConteo({ estado }: { estado: EstadoConteo }) {
  return <Chip tone={CONTEO[estado].tono}>{CONTEO[estado].palabra}</Chip>;
}
