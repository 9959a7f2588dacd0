'use client';

import { CircleCheck, Undo2 } from 'lucide-react';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Stat } from '@/components/ui/stat';
import type { ImportacionDto, ResumenImportacion } from '@/lib/producto/schemas-importacion';
import { contar, cuantos } from './cuenta';
import { DeshacerImportacion } from './deshacer-importacion';
import { FilasImportacion } from './filas-importacion';

type Deshizo = NonNullable<ResumenImportacion['deshecha']>;
type ResultadoProps = { importacion: ImportacionDto; onCambio: (importacion: ImportacionDto) => void };

/** What an import did: created, updated, left out; the way to see it, and the way back. */
export function ResultadoImportacion({ importacion, onCambio }: ResultadoProps) {
  const { resultado, deshecha } = importacion.resumen;
  if (!resultado) return null;
  const seDeshizo = importacion.situacion === 'DESHECHA';
  const { creados, actualizados, sin_cambio, omitidos, categorias } = resultado;
  return (
    <div className="flex flex-col gap-4">
      {seDeshizo && deshecha && <Deshecha {...deshecha} />}
      {importacion.situacion === 'APLICADA' && importacion.falla && (
        <Notice tone="falta" title="No se deshizo">
          {importacion.falla}
        </Notice>
      )}
      <Card>
        <div role="status" className="flex items-center gap-3">
          {seDeshizo ? (
            <Undo2 aria-hidden="true" className="size-8 shrink-0 text-tinta-2" />
          ) : (
            <CircleCheck aria-hidden="true" className="size-8 shrink-0 text-hecho" />
          )}
          <div>
            <h2 className="text-lg font-semibold">
              {seDeshizo ? 'Lo que había entrado' : titular(creados, actualizados)}
            </h2>
            {categorias > 0 && !seDeshizo && (
              <p className="num text-tinta-2">Y {cuantos(categorias, 'categoría nueva', 'categorías nuevas')}.</p>
            )}
          </div>
        </div>
        <div className="mt-5 grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Stat label="Creados" value={contar(creados)} />
          <Stat label="Actualizados" value={contar(actualizados)} />
          <Stat
            label="Ya estaban"
            value={contar(omitidos + sin_cambio)}
            note={omitidos + sin_cambio > 0 && 'Quedaron igual'}
          />
          <Stat
            label="Con error"
            value={contar(importacion.filas_malas)}
            tone={importacion.filas_malas > 0 ? 'falta' : 'normal'}
          />
        </div>
        <div className="mt-6 flex flex-col gap-2 sm:flex-row">
          <Link href="/productos" className={buttonClass({ variant: 'primario' })}>
            Ver productos
          </Link>
          <Link href="/productos/importar" className={buttonClass({})}>
            Importar otro archivo
          </Link>
          {importacion.situacion === 'APLICADA' && creados + actualizados > 0 && (
            <DeshacerImportacion importacion={importacion} onCambio={onCambio} />
          )}
        </div>
      </Card>
      {importacion.filas_malas > 0 && <FilasImportacion importacion={importacion} />}
    </div>
  );
}

function titular(creados: number, actualizados: number): string {
  if (creados === 0 && actualizados === 0) return 'El catálogo ya estaba al día';
  if (creados === 0) return cuantos(actualizados, 'producto actualizado', 'productos actualizados');
  return cuantos(creados, 'producto creado', 'productos creados');
}

function Deshecha({ motivo, eliminados = 0, restaurados = 0, quedaron = 0, cambiados = 0 }: Deshizo) {
  const quedan = quedaron + cambiados;
  return (
    <Notice tone="aviso" title="Esta importación se deshizo">
      {eliminados > 0 && `${cuantos(eliminados, 'producto eliminado', 'productos eliminados')}. `}
      {restaurados > 0 && `${cuantos(restaurados, 'devuelto', 'devueltos')} a su precio de antes. `}
      {quedan > 0 && `${cuantos(quedan, 'quedó', 'quedaron')} porque ya se movió o cambió. `}
      Motivo: {motivo}
    </Notice>
  );
}
