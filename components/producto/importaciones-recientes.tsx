import type { Route } from 'next';
import { Card } from '@/components/ui/card';
import { Chip, type Tone } from '@/components/ui/chip';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { Situacion } from '@/lib/producto/rules-importacion';
import type { ImportacionDto } from '@/lib/producto/schemas-importacion';
import { formatFechaHora } from '@/lib/time';
import { contar } from './cuenta';

const EN_PALABRAS: Record<Situacion, { nombre: string; tone: Tone }> = {
  LEYENDO: { nombre: 'Leyendo', tone: 'marca' },
  COLUMNAS: { nombre: 'Faltan columnas', tone: 'aviso' },
  ILEGIBLE: { nombre: 'No se pudo leer', tone: 'falta' },
  REVISADA: { nombre: 'Por confirmar', tone: 'aviso' },
  EN_COLA: { nombre: 'En cola', tone: 'marca' },
  APLICANDO: { nombre: 'Importando', tone: 'marca' },
  APLICADA: { nombre: 'Importada', tone: 'hecho' },
  FALLIDA: { nombre: 'No terminó', tone: 'falta' },
  DESHACIENDO: { nombre: 'Deshaciendo', tone: 'marca' },
  DESHECHA: { nombre: 'Deshecha', tone: 'neutro' },
  DESCARTADA: { nombre: 'Descartada', tone: 'neutro' },
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
    cell: (i) => <Chip tone={EN_PALABRAS[i.situacion].tone}>{EN_PALABRAS[i.situacion].nombre}</Chip>,
  },
];

/** The last files of the branch. A row opens its review or its result. */
export function ImportacionesRecientes({ importaciones }: { importaciones: readonly ImportacionDto[] }) {
  if (importaciones.length === 0) return null;
  return (
    <Card flush title="Archivos anteriores" className="overflow-clip">
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
