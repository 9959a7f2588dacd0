'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { aplicarEdicionAction, verEdicionAction } from '@/lib/edicion/actions';
import type { VistaEdicionDto } from '@/lib/edicion/schemas';
import type { EnArbol } from '@/lib/producto/rules';
import type { CategoriaDto } from '@/lib/producto/schemas';
import { type CambioEscrito, CampoDeEdicion, cambioVacio, cuerpoDeCambio } from './campo-de-edicion';
import { contar, cuantos as enPalabras } from './cuenta';
import { useActo } from './use-acto';

type DialogoEdicionProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  cuales: { ids: number[] } | { filtro: Record<string, unknown> };
  cuantos: number;
  categorias: readonly EnArbol<CategoriaDto>[];
  alHacer: () => void;
};

/** One change for many products: what to change, then what would happen row by row, and only then the act. */
export function DialogoEdicion({ open, onOpenChange, ...resto }: DialogoEdicionProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Editar ${enPalabras(resto.cuantos, 'producto', 'productos')}`}
      description="Primero se ve qué cambiaría. Lo hecho se puede deshacer entero."
    >
      {open && <Cuerpo {...resto} close={() => onOpenChange(false)} />}
    </Dialog>
  );
}

type CuerpoProps = Omit<DialogoEdicionProps, 'open' | 'onOpenChange'> & { close: () => void };

function Cuerpo({ cuales, categorias, alHacer, close }: CuerpoProps) {
  const [cambio, setCambio] = useState<CambioEscrito>(cambioVacio('precio_porcentaje'));
  const [vista, setVista] = useState<VistaEdicionDto | null>(null);
  const [falla, setFalla] = useState<string>();
  const [mirando, startTransition] = useTransition();
  const { hacer, pendiente, rechazo } = useActo();
  const cuerpo = cuerpoDeCambio(cambio);

  const cambiar = (nuevo: CambioEscrito) => {
    setCambio(nuevo);
    setVista(null);
    setFalla(undefined);
  };
  const mirar = () =>
    startTransition(async () => {
      const hecho = await verEdicionAction({ cambio: cuerpo, cuales }).catch(() => null);
      if (hecho?.ok) return setVista(hecho.data);
      setFalla(hecho?.message ?? 'No hubo respuesta. Revise la conexión e intente de nuevo.');
    });
  const aplicar = () => {
    if (!vista) return;
    const raw = { cambio: cuerpo, cuales, huella: vista.huella };
    const aviso = `${enPalabras(vista.cambian, 'producto cambiado', 'productos cambiados')}`;
    hacer(aplicarEdicionAction, raw, {
      aviso,
      alHacer: () => {
        alHacer();
        close();
      },
    });
  };
  const error = rechazo?.message ?? falla;
  return (
    <div className="flex flex-col gap-4">
      <CampoDeEdicion cambio={cambio} onCambio={cambiar} categorias={categorias} />
      {error && (
        <Notice tone="falta" alert>
          {error}
        </Notice>
      )}
      {vista && <Vista vista={vista} />}
      <div className="mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button onClick={close} disabled={pendiente}>
          Cancelar
        </Button>
        {vista && vista.cambian > 0 ? (
          <Button variant="primario" onClick={aplicar} pendiente={pendiente}>
            Cambiar {enPalabras(vista.cambian, 'producto', 'productos')}
          </Button>
        ) : (
          <Button variant="primario" onClick={mirar} pendiente={mirando} disabled={!cuerpo}>
            Ver qué cambiaría
          </Button>
        )}
      </div>
    </div>
  );
}

function Vista({ vista }: { vista: VistaEdicionDto }) {
  const { elegidos, cambian, muestra, con_precio_propio: propios } = vista;
  return (
    <section aria-label="Vista previa" className="flex flex-col gap-2">
      <p role="status" className="num">
        {cambian === 0 ? (
          'Ningún producto cambiaría: ya están así.'
        ) : (
          <>
            Cambian <strong>{contar(cambian)}</strong> de {contar(elegidos)}.
            {propios > 0 &&
              ` ${enPalabras(propios, 'tiene', 'tienen')} precio propio en alguna sucursal, que no cambia.`}
          </>
        )}
      </p>
      {muestra.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
        <ul tabIndex={0} className="max-h-64 divide-y divide-borde overflow-y-auto rounded-md border border-borde px-3">
          {muestra.map((f) => (
            <li key={f.id} className="flex items-baseline justify-between gap-4 py-1.5 text-sm">
              <span className="min-w-0 truncate">{f.nombre}</span>
              <span className="num shrink-0">
                <span className="text-tinta-2">{f.antes}</span> → <strong className="font-semibold">{f.despues}</strong>
              </span>
            </li>
          ))}
          {cambian > muestra.length && (
            <li className="num py-1.5 text-sm text-tinta-2">y {contar(cambian - muestra.length)} más</li>
          )}
        </ul>
      )}
    </section>
  );
}
