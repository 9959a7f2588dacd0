import { Chip } from '@/components/ui/chip';
import type { VentaDto } from '@/lib/venta/schemas';

const ESTADOS = {
  COMPLETADA: { nombre: 'Cobrada', tono: 'hecho' },
  EDITADA: { nombre: 'Pago corregido', tono: 'aviso' },
  ANULADA: { nombre: 'Anulada', tono: 'falta' },
} as const;

/** How each state is called, for filters. */
export const NOMBRE_ESTADO = Object.entries(ESTADOS).map(([valor, { nombre }]) => ({ valor, nombre }));

/** Where the ticket stands. */
export function EstadoVenta({ estado }: { estado: VentaDto['estado_venta'] }) {
  const { nombre, tono } = ESTADOS[estado];
  return <Chip tone={tono}>{nombre}</Chip>;
}
