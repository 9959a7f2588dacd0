'use client';

import { Columns3 } from 'lucide-react';
import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { Stat } from '@/components/ui/stat';
import type { ActionResult } from '@/lib/action/result';
import { centavosDeJson, formatBs } from '@/lib/money';
import { confirmarImportacionAction, descartarImportacionAction } from '@/lib/producto/actions';
import type { ConExistentes, ImportacionDto } from '@/lib/producto/schemas-importacion';
import { newUuid } from '@/lib/uuid';
import { ColumnasImportacion } from './columnas-importacion';
import { contar, cuantos } from './cuenta';
import { FilasImportacion } from './filas-importacion';

type RevisionProps = { importacion: ImportacionDto; onCambio: (importacion: ImportacionDto) => void };

/** What was found in the file, what will happen, and the decision. */
export function RevisionImportacion({ importacion, onCambio }: RevisionProps) {
  const { resumen, filas, filas_malas: malas, falla } = importacion;
  const [existentes, setExistentes] = useState<ConExistentes>(resumen.opcion ?? 'omitir');
  const [rechazo, setRechazo] = useState<string>();
  const [pendiente, startTransition] = useTransition();
  const clave = useRef<string | null>(null);
  const [columnas, setColumnas] = useState(false);
  const entran = resumen.nuevas + (existentes === 'actualizar' ? resumen.existentes : 0);

  const decidir = (acto: () => Promise<ActionResult<ImportacionDto>>) =>
    startTransition(async () => {
      const hecho = await acto();
      if (!hecho.ok) return setRechazo(hecho.message);
      clave.current = null;
      setRechazo(undefined);
      onCambio(hecho.data);
    });
  const confirmar = () => {
    clave.current ??= newUuid();
    const llave = clave.current;
    decidir(() => confirmarImportacionAction({ id: importacion.id, existentes }, llave));
  };

  if (columnas) {
    return <ColumnasImportacion importacion={importacion} onCambio={onCambio} onVolver={() => setColumnas(false)} />;
  }
  return (
    <div className="flex flex-col gap-4">
      {falla && (
        <Notice tone="falta" title="La importación no terminó">
          {falla}
        </Notice>
      )}
      <Card>
        <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          <Stat label="Filas leídas" value={contar(filas)} note={`${resumen.codificacion}, con ${resumen.separador}`} />
          <Stat
            label="Productos nuevos"
            value={contar(resumen.nuevas)}
            tone={resumen.nuevas > 0 ? 'hecho' : 'normal'}
          />
          <Stat label="Ya están en el catálogo" value={contar(resumen.existentes)} />
          <Stat
            label="Con error"
            value={contar(malas)}
            tone={malas > 0 ? 'falta' : 'normal'}
            note={malas > 0 ? 'No se importan' : undefined}
          />
        </div>
        <Detalles importacion={importacion} />
        {resumen.existentes > 0 && (
          <div className="mt-5 flex flex-col gap-1.5">
            <span aria-hidden="true" className="font-medium">
              {cuantos(resumen.existentes, 'producto ya está', 'productos ya están')} en el catálogo
            </span>
            <Segmented
              label="Productos que ya están en el catálogo"
              size="normal"
              className="max-w-md"
              options={[
                { value: 'omitir', label: 'Dejarlos así' },
                { value: 'actualizar', label: 'Actualizar precio y costo' },
              ]}
              value={existentes}
              onValueChange={setExistentes}
            />
            <span className="text-xs text-tinta-2">Su nombre y su existencia no cambian en ningún caso.</span>
          </div>
        )}
        {rechazo && (
          <Notice tone="falta" alert className="mt-5">
            {rechazo}
          </Notice>
        )}
        <div className="mt-6 flex flex-col gap-2 sm:flex-row">
          <Button variant="primario" onClick={confirmar} pendiente={pendiente} disabled={entran === 0}>
            {entran === 0 ? 'Nada que importar' : `Importar ${cuantos(entran, 'producto', 'productos')}`}
          </Button>
          <Button
            onClick={() => decidir(() => descartarImportacionAction({ id: importacion.id }))}
            disabled={pendiente}
          >
            Descartar
          </Button>
          <Button
            className="sm:ml-auto"
            icon={<Columns3 aria-hidden="true" />}
            onClick={() => setColumnas(true)}
            disabled={pendiente}
          >
            Cambiar columnas
          </Button>
        </div>
      </Card>
      <FilasImportacion importacion={importacion} />
    </div>
  );
}

/** What deserves a word before deciding. */
function Detalles({ importacion: { resumen } }: { importacion: ImportacionDto }) {
  const { digitos_malos: digitos, aceptar_digitos: aceptados } = resumen;
  const { codificacion, columnas_ignoradas: ignoradas, categorias_nuevas: nuevas, valor_stock: valor } = resumen;
  return (
    <div className="mt-5 flex flex-col gap-3">
      {codificacion === 'Windows-1252' && (
        <Notice tone="aviso" title="El archivo no estaba en UTF-8">
          Se leyó como Windows-1252, lo que escribe Excel. Conviene mirar los acentos de las primeras filas.
        </Notice>
      )}
      {digitos > 0 && !aceptados && (
        <Notice
          tone="aviso"
          title={cuantos(digitos, 'código tiene mal el último dígito', 'códigos tienen mal el último dígito')}
        >
          Sus filas no se importan. Si son códigos propios de la tienda, «Cambiar columnas» permite aceptarlos.
        </Notice>
      )}
      {valor !== null && valor > 0 && (
        <p className="num text-tinta-2">
          Entra mercadería por <strong className="text-tinta">{formatBs(centavosDeJson(valor) ?? 0)}</strong> al costo,
          como stock inicial de esta sucursal.
        </p>
      )}
      {nuevas.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          <span className="mr-1 text-tinta-2">{cuantos(nuevas.length, 'categoría nueva', 'categorías nuevas')}:</span>
          {nuevas.slice(0, 24).map((nombre) => (
            <Chip key={nombre}>{nombre}</Chip>
          ))}
          {nuevas.length > 24 && <span className="num text-tinta-2">y {contar(nuevas.length - 24)} más</span>}
        </div>
      )}
      {ignoradas.length > 0 && <p className="text-tinta-2">Columnas que no se leen: {ignoradas.join(', ')}.</p>}
    </div>
  );
}
