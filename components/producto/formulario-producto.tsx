'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { crearProductoAction, editarProductoAction } from '@/lib/producto/actions';
import type { ProductoDto } from '@/lib/producto/schemas';
import { jsonDeMilesimas } from '@/lib/quantity';
import { newUuid } from '@/lib/uuid';
import type { OpcionCategoria } from './campo-categoria';
import { CamposIdentidad } from './campos-identidad';
import { CamposMas } from './campos-mas';
import { CamposPrecio } from './campos-precio';
import { CamposStock } from './campos-stock';
import { cuerpoDe, type Valores, valoresDe, valoresVacios } from './valores';

type FormularioProductoProps = {
  categorias: readonly OpcionCategoria[];
  conCosto: boolean;
  /** Absent when creating. */
  producto?: ProductoDto;
  /** The right to adjust stock with a motive. */
  puedeAjustar?: boolean;
  /** What the scanner read before coming here. */
  codigo?: string;
};

type Rechazo = { message: string; campos?: Readonly<Record<string, string>> };

/** Creating a product, or changing one. The scanner fills the code and goes on to the name; Enter elsewhere saves. */
export function FormularioProducto({ categorias, conCosto, producto, puedeAjustar, codigo }: FormularioProductoProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const clave = useRef<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const [valores, setValores] = useState<Valores>(() =>
    producto ? valoresDe(producto) : valoresVacios({ codigo: codigo ?? '' }),
  );
  /** Counts the products created here: a new one starts with fresh fields. */
  const [ronda, setRonda] = useState(0);
  const [rechazo, setRechazo] = useState<Rechazo | null>(null);
  const [pendiente, startTransition] = useTransition();
  const cambiar = (cambio: Partial<Valores>) => setValores((antes) => ({ ...antes, ...cambio }));

  const guardar = (event: FormEvent<HTMLFormElement>) => {
    // Events of the dialogs inside bubble up to here, although their forms stand elsewhere in the page.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    const otro = (event.nativeEvent as SubmitEvent).submitter?.dataset.otro === 'si';
    const falta = queFalta(valores);
    if (falta) return setRechazo(falta);
    clave.current ??= newUuid();
    const llave = clave.current;
    startTransition(async () => {
      const cuerpo = cuerpoDe(valores, { editando: producto !== undefined });
      const hecho = producto
        ? await editarProductoAction({ id: producto.id, ...cuerpo }, llave)
        : await crearProductoAction(
            { ...cuerpo, ...(valores.stock !== null && { stock_actual: jsonDeMilesimas(valores.stock) }) },
            llave,
          );
      if (!hecho.ok) return setRechazo(hecho);
      clave.current = null;
      setRechazo(null);
      void queries.invalidateQueries({ queryKey: ['productos'] });
      toast.success(producto ? `${hecho.data.nombre} guardado` : `${hecho.data.nombre} creado`);
      if (otro) {
        setValores(valoresVacios({ idCategoria: valores.idCategoria, unidad: valores.unidad }));
        setRonda((n) => n + 1);
      } else if (producto) router.refresh();
      else router.push('/productos');
    });
  };

  const campos = rechazo?.campos ?? {};
  const comun = { valores, cambiar, campos };
  return (
    <form ref={form} onSubmit={guardar} noValidate className="flex flex-col gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title="Producto">
          <CamposIdentidad
            {...comun}
            ronda={ronda}
            categorias={categorias}
            idPropio={producto?.id ?? null}
            onEscaneado={() => form.current?.querySelector<HTMLInputElement>('[name="nombre"]')?.focus()}
          />
        </Card>
        <div className="flex flex-col gap-4">
          <Card title="Precio">
            <CamposPrecio {...comun} conCosto={conCosto} />
          </Card>
          <Card title="Existencia">
            <CamposStock {...comun} producto={producto} puedeAjustar={puedeAjustar ?? false} />
          </Card>
          <Card title="Más datos">
            <CamposMas {...comun} />
          </Card>
        </div>
      </div>
      {rechazo && (
        <Notice tone="falta" alert>
          {rechazo.message}
        </Notice>
      )}
      {/* The plain one stands first: it is the one that Enter presses. */}
      <div className="flex flex-col gap-2 sm:flex-row-reverse">
        <Button type="submit" variant="primario" pendiente={pendiente}>
          {producto ? 'Guardar cambios' : 'Guardar'}
        </Button>
        {!producto && (
          <Button type="submit" data-otro="si" disabled={pendiente}>
            Guardar y crear otro
          </Button>
        )}
      </div>
    </form>
  );
}

function queFalta(v: Valores): Rechazo | null {
  const campos: Record<string, string> = {};
  if (!v.nombre.trim()) campos.nombre = 'Falta el nombre.';
  if (v.idCategoria === null) campos.id_categoria = 'Falta la categoría.';
  if (v.precio === null) campos.precio_venta = 'Falta el precio.';
  const frases = Object.values(campos);
  return frases.length > 0 ? { message: frases.join(' '), campos } : null;
}
