import { Card } from '@/components/ui/card';

const COLUMNAS = [
  ['nombre', 'Obligatoria. También «producto», «descripción» o «artículo».'],
  ['categoria', 'Obligatoria. También «rubro» o «familia». Las que no existen se crean.'],
  ['precio_venta', 'Obligatoria. También «precio» o «PVP».'],
  ['codigo_barras', 'También «código» o «EAN». Sin código se reconoce por el nombre.'],
  ['costo_compra', 'También «costo».'],
  ['stock_actual', 'También «stock» o «existencia». Entra como stock inicial.'],
  ['stock_minimo', 'También «mínimo».'],
  ['unidad', 'unidad, kg, l o m. Si falta, unidad.'],
  ['sku', 'También «referencia». La de la tienda, única.'],
] as const;

/** What the file may look like, before choosing it. */
export function FormatoArchivo() {
  return (
    <Card
      title="Cómo debe ser el archivo"
      aside={
        <span className="flex flex-wrap gap-x-3 gap-y-1">
          <Plantilla formato="xlsx">Plantilla de Excel</Plantilla>
          <Plantilla formato="csv">CSV</Plantilla>
        </span>
      }
    >
      <p className="text-tinta-2">
        Un libro de Excel o un CSV, una fila por producto y las columnas en cualquier orden: lo que no se reconozca se
        elige en la pantalla. El CSV, separado por comas, punto y coma o tabuladores; con coma o punto decimal; como lo
        guarda Excel.
      </p>
      <dl className="mt-4 grid gap-x-4 gap-y-2.5 sm:grid-cols-[auto_1fr]">
        {COLUMNAS.map(([columna, explicacion]) => (
          <div key={columna} className="contents">
            <dt>
              <code className="rounded-sm bg-superficie-2 px-1.5 py-0.5 text-xs font-medium">{columna}</code>
            </dt>
            <dd className="text-xs text-tinta-2 max-sm:-mt-2">{explicacion}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Plantilla({ formato, children }: { formato: 'csv' | 'xlsx'; children: string }) {
  return (
    <a
      href={`/api/inventario/importaciones/plantilla?formato=${formato}`}
      className="inline-flex min-h-6 items-center font-semibold text-marca underline underline-offset-2 pointer-coarse:min-h-11"
    >
      {children}
    </a>
  );
}
