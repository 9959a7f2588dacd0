import type { Route } from 'next';
import { BotonExportar } from '@/components/shared/boton-exportar';
import { Card } from '@/components/ui/card';
import { Chip, type Tone } from '@/components/ui/chip';
import { type Column, DataTable } from '@/components/ui/data-table';
import { SITUACION_EN_PALABRAS, type Situacion } from '@/lib/producto/rules-importacion';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import { formatFechaHora } from '@/lib/time';
import { contar } from './cuenta';

const TONOS: Record<Situacion, Tone> = {
  LEYENDO: 'marca',
  COLUMNAS: 'aviso',
  ILEGIBLE: 'falta',
  REVISADA: 'aviso',
  EN_COLA: 'marca',
  APLICANDO: 'marca',
  APLICADA: 'hecho',
  FALLIDA: 'falta',
  DESHACIENDO: 'marca',
  DESHECHA: 'neutro',
  DESCARTADA: 'neutro',
};

const COLUMNAS: Column<ImportacionDto>[] = [
  { key: 'archivo', title: 'Archivo', main: true, cell: (i) => <span className="break-all">{i.archivo}</span> },
  { key: 'fecha', title: 'Fecha', cell: (i) => <span className="num">{formatFechaHora(i.created_at)}</span> },
  { key: 'filas', title: 'Filas', numeric: true, cell: (i) => contar(i.filas) },
  {
    key: 'malas',
    title: 'Con error',
    numeric: true,
    cell: (i) => (i.filas_malas === 0 ? '—' : <span className="text-falta">{contar(i.filas_malas)}</span>),
  },
  {
    key: 'situacion',
    title: 'Estado',
    cell: (i) => <Chip tone={TONOS[i.situacion]}>{SITUACION_EN_PALABRAS[i.situacion]}</Chip>,
  },
];

/** The last files of the branch. A row opens its review or its result. */
export function ImportacionesRecientes({ importaciones }: { importaciones: readonly ImportacionDto[] }) {
  if (importaciones.length === 0) return null;
  return (
    <Card
      flush
      title="Archivos anteriores"
      aside={<BotonExportar ruta="/api/inventario/importaciones" />}
      className="overflow-clip"
    >
      <DataTable
        caption="Archivos anteriores"
        columns={COLUMNAS}
        rows={importaciones}
        rowKey={(i) => i.id}
        rowHref={(i) => `/productos/importar/${i.id}` as Route}
      />
    </Card>
  );
}
