import type { AprobacionDto } from '@/lib/aprobacion/schemas';

/** What an approval is about, line by line, as the server described it. */
export function Descripcion({ filas }: { filas: AprobacionDto['detalle'] }) {
  return (
    <dl className="num grid grid-cols-[minmax(5.5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
      {filas.map(({ etiqueta, valor }, i) => (
        // The same label may come twice, and the list never changes its order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={i} className="contents">
          <dt className="text-tinta-2">{etiqueta}</dt>
          <dd className="min-w-0 text-pretty break-words">{valor}</dd>
        </div>
      ))}
    </dl>
  );
}

/** `Descuento de 30 %…`: the server's summary as a heading. */
export function enTitulo(resumen: string): string {
  return resumen.charAt(0).toUpperCase() + resumen.slice(1);
}
