import { CUBOS_S, pedidosContados, type Serie } from './pedidos';
import { type Muestra, metrica } from './texto';

/** The API's requests of this process: how many by route and status, and how long they took by route. */
export function metricasHttp(): string {
  const series = pedidosContados();
  const totales = series.flatMap(({ metodo, ruta, porStatus }) =>
    [...porStatus].map(([status, valor]) => ({ etiquetas: { metodo, ruta, status }, valor })),
  );
  return [
    metrica('kantuta_http_pedidos_total', 'counter', 'Requests answered by the API', totales),
    metrica('kantuta_http_segundos', 'histogram', 'Time to answer', series.flatMap(histograma)),
  ].join('');
}

function histograma({ metodo, ruta, cubos, sumaS }: Serie): Muestra[] {
  const etiquetas = { metodo, ruta };
  let hasta = 0;
  const muestras: Muestra[] = [...CUBOS_S.map(String), '+Inf'].map((le, i) => {
    hasta += cubos[i] ?? 0;
    return { sufijo: '_bucket', etiquetas: { ...etiquetas, le }, valor: hasta };
  });
  return [...muestras, { sufijo: '_sum', etiquetas, valor: sumaS }, { sufijo: '_count', etiquetas, valor: hasta }];
}
