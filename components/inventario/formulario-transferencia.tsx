'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { ElegirSucursal } from '@/components/sucursal/elegir-sucursal';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { toast } from '@/components/ui/toast';
import { useGuardar } from '@/components/usuario/use-guardar';
import { solicitarTransferenciaAction } from '@/lib/inventario/actions';
import { jsonDeMilesimas } from '@/lib/quantity';
import { newUuid } from '@/lib/uuid';
import { ElegirProducto } from './elegir-producto';
import { FilasDocumento } from './filas-documento';
import { useLineas } from './use-lineas';

type FormularioTransferenciaProps = {
  otras: readonly { id: number; nombre: string }[];
  formatosBalanza: readonly string[];
};

/** Goods asked of another branch, or announced to it. */
export function FormularioTransferencia({ otras, formatosBalanza }: FormularioTransferenciaProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const clave = useRef(newUuid());
  const { lineas, agregar, cambiar, quitar } = useLineas();
  const { form, pendiente, rechazo, campos, guardar } = useGuardar();
  const [sentido, setSentido] = useState<'pedir' | 'enviar'>('pedir');
  const [otra, setOtra] = useState(otras[0]?.id ?? null);
  const [nota, setNota] = useState('');

  function enviar() {
    const raw = {
      [sentido === 'pedir' ? 'id_origen' : 'id_destino']: otra,
      nota,
      lineas: lineas.map((l) => ({ id_producto: l.producto.id, cantidad: jsonDeMilesimas(l.cantidad ?? 0) })),
    };
    guardar(
      () => solicitarTransferenciaAction(raw, clave.current),
      (t) => {
        toast.success(`Transferencia ${t.folio} pedida`);
        void queries.invalidateQueries({ queryKey: ['inventario'] });
        router.push(`/inventario/transferencias/${t.id}` as Route);
      },
    );
  }

  return (
    <form
      ref={form}
      noValidate
      className="grid gap-4 lg:grid-cols-[1fr_22rem]"
      onSubmit={(event) => {
        event.preventDefault();
        enviar();
      }}
    >
      <Card title="Productos">
        <div className="flex flex-col gap-4">
          <ElegirProducto formatosBalanza={formatosBalanza} onElegir={agregar} />
          <FilasDocumento lineas={lineas} campos={campos} onCambiar={cambiar} onQuitar={quitar} />
        </div>
      </Card>
      <Card title="De dónde a dónde" className="self-start">
        <div className="flex flex-col gap-4">
          <Segmented
            label="Sentido"
            value={sentido}
            onValueChange={setSentido}
            options={[
              { value: 'pedir', label: 'Pedir' },
              { value: 'enviar', label: 'Enviar' },
            ]}
          />
          <ElegirSucursal
            label={sentido === 'pedir' ? 'A qué sucursal se pide' : 'A qué sucursal se envía'}
            error={campos.id_destino}
            sucursales={otras}
            value={otra}
            onValueChange={setOtra}
          />
          <Field label="Nota" opcional>
            <Input value={nota} maxLength={200} onChange={(e) => setNota(e.target.value)} />
          </Field>
          {rechazo && (
            <Notice tone="falta" alert>
              {rechazo.message}
            </Notice>
          )}
          <Button type="submit" variant="primario" pendiente={pendiente} disabled={lineas.length === 0 || !otra}>
            {sentido === 'pedir' ? 'Pedir' : 'Anunciar el envío'}
          </Button>
        </div>
      </Card>
    </form>
  );
}
