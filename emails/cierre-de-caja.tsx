import type { DatosDePlantilla } from '@/lib/mail/plantillas';
import { formatBs } from '@/lib/money';
import { formatFechaHora } from '@/lib/time';
import { Boton, type DeLaTienda, Ficha, Marco, Parrafo } from './marco';

/** How a session of a caja closed. */
export function CierreDeCaja({ tienda, ...d }: DatosDePlantilla['cierre_de_caja'] & DeLaTienda) {
  const diferencia = d.real - d.teorico;
  const frase = fraseDe(diferencia);
  return (
    <Marco
      tienda={tienda}
      titulo={`${d.caja} cerró: ${frase}`}
      resumen={`${d.cajero} · ${formatFechaHora(d.cierre)}`}
      pie="Se envía a quien eligió recibir los cierres. Se cambia en Kantuta, en Correos."
    >
      <Ficha
        filas={[
          ['Sucursal', d.sucursal],
          ['Responsable', d.cajero],
          ...(d.cerro === d.cajero ? [] : [['Cerrada por', d.cerro] as const]),
          ['Abrió', formatFechaHora(d.apertura)],
          ['Cerró', formatFechaHora(d.cierre)],
          ['Efectivo al abrir', formatBs(d.montoInicial)],
          ['Debía haber', formatBs(d.teorico)],
          ['Se contó', formatBs(d.real)],
          ['Diferencia', diferencia === 0 ? 'Ninguna' : frase],
        ]}
      />
      {d.enlace ? <Boton href={d.enlace}>Ver la sesión</Boton> : <Parrafo menor>El detalle está en Cajas.</Parrafo>}
    </Marco>
  );
}

function fraseDe(diferencia: number): string {
  if (diferencia === 0) return 'cuadra';
  return diferencia < 0 ? `faltan ${formatBs(-diferencia)}` : `sobran ${formatBs(diferencia)}`;
}
