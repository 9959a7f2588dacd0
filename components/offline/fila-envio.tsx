import { cobradoDe } from '@/components/venta/venta-dto';
import { formatBs } from '@/lib/money';
import type { Envio } from '@/lib/offline/types';
import { formatHora } from '@/lib/time';
import { folioDe } from '@/lib/venta/rules';
import { edadDe } from './edad';

const NOMBRE: Record<Envio['tipo'], string> = {
  venta: 'Venta',
  apertura: 'Apertura de caja',
  cierre: 'Cierre de caja',
  anulacion: 'Anulación',
  movimiento: 'Ingreso de efectivo',
  registro: 'Anotación',
};

const ACTO: Readonly<Record<string, string>> = {
  'caja.abrir_gaveta': 'Gaveta abierta sin venta',
  'venta.reimprimir': 'Copia de un ticket',
  'venta.quitar_lineas': 'Líneas quitadas de un ticket',
};

/** What a row is called: a note of the trail, by what it tells. */
function nombreDe({ tipo, texto }: Envio): string {
  if (tipo !== 'registro') return NOMBRE[tipo];
  const { cuerpo } = JSON.parse(texto) as { cuerpo?: { acto?: string } };
  return ACTO[cuerpo?.acto ?? ''] ?? NOMBRE[tipo];
}

/** One thing that only this device knows. */
export function FilaEnvio({ envio, ahora }: { envio: Envio; ahora: number }) {
  const { venta, estado, error, ajeno, hechoEn } = envio;
  return (
    <li className="num flex flex-col gap-0.5 px-3 py-2 text-sm">
      <span className="flex justify-between gap-3">
        <span className="font-semibold">{venta ? folioDe(venta) : nombreDe(envio)}</span>
        {venta && <span className="font-semibold">{formatBs(cobradoDe(venta))}</span>}
      </span>
      <span className="flex flex-wrap justify-between gap-x-3 text-xs text-tinta-2">
        <span>
          {formatHora(new Date(hechoEn))} · {edadDe(hechoEn, Math.max(ahora, hechoEn))}
          {ajeno && ' · de otro equipo'}
        </span>
        <span>{estado === 'enviado' ? 'sin respuesta' : ''}</span>
      </span>
      {estado === 'observado' && <span className="text-xs text-falta">{error}</span>}
    </li>
  );
}
