'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useConAprobacion } from '@/components/aprobacion/use-con-aprobacion';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { toast } from '@/components/ui/toast';
import { useGuardar } from '@/components/usuario/use-guardar';
import { registrarEntradaAction, registrarSalidaAction } from '@/lib/inventario/actions';
import type { TipoSalida } from '@/lib/inventario/rules';
import { CONCEPTOS_ENTRADA, type ConceptoEntrada } from '@/lib/kardex/rules';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import { newUuid } from '@/lib/uuid';
import { ElegirProducto } from './elegir-producto';
import { FilasDocumento } from './filas-documento';
import { useLineas } from './use-lineas';

const TIPOS: { value: TipoSalida; label: string }[] = [
  { value: 'MERMA', label: 'Merma' },
  { value: 'CONSUMO', label: 'Consumo' },
  { value: 'VENCIDO', label: 'Vencido' },
];

type FormularioDocumentoProps = {
  sentido: 'entrada' | 'salida';
  conCosto: boolean;
  formatosBalanza: readonly string[];
};

/** Goods that come in or go out: what, how many, and why. Its clave is born with it, so that sending twice is once. */
export function FormularioDocumento({ sentido, conCosto, formatosBalanza }: FormularioDocumentoProps) {
  const router = useRouter();
  const queries = useQueryClient();
  const conAprobacion = useConAprobacion();
  const clave = useRef<string | null>(null);
  const { lineas, agregar, cambiar, quitar } = useLineas();
  const { form, pendiente, rechazo, campos, guardar } = useGuardar();
  const [concepto, setConcepto] = useState<ConceptoEntrada>('COMPRA');
  const [tipo, setTipo] = useState<TipoSalida>('MERMA');
  const [motivo, setMotivo] = useState('');
  const [proveedor, setProveedor] = useState('');
  const entra = sentido === 'entrada';

  function enviar() {
    clave.current ??= newUuid();
    const llave = clave.current;
    const comunes = (l: (typeof lineas)[number]) => ({
      id_producto: l.producto.id,
      cantidad: jsonDeMilesimas(l.cantidad ?? 0),
    });
    const accion = entra
      ? () =>
          registrarEntradaAction(
            {
              concepto,
              motivo,
              proveedor,
              lineas: lineas.map((l) => ({
                ...comunes(l),
                costo_unitario: l.costo === null ? null : jsonDeCentavos(l.costo),
                vence: l.vence,
              })),
            },
            llave,
          )
      : () => conAprobacion(() => registrarSalidaAction({ tipo, motivo, lineas: lineas.map(comunes) }, llave));
    guardar(accion, (doc) => {
      toast.success(`${entra ? 'Entrada' : 'Salida'} ${doc.folio} registrada`);
      void queries.invalidateQueries({ queryKey: ['inventario'] });
      void queries.invalidateQueries({ queryKey: ['productos'] });
      router.push(`/inventario/documentos/${doc.id}` as Route);
    });
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
          <FilasDocumento
            lineas={lineas}
            campos={campos}
            conCosto={entra && conCosto}
            onCambiar={cambiar}
            onQuitar={quitar}
          />
        </div>
      </Card>
      <Card title={entra ? 'De dónde viene' : 'Por qué sale'} className="self-start">
        <div className="flex flex-col gap-4">
          {entra ? (
            <Field label="Concepto">
              <Select value={concepto} onChange={(e) => setConcepto(e.target.value as ConceptoEntrada)}>
                {Object.entries(CONCEPTOS_ENTRADA).map(([valor, { nombre }]) => (
                  <option key={valor} value={valor}>
                    {nombre}
                  </option>
                ))}
              </Select>
            </Field>
          ) : (
            <Segmented label="Tipo de salida" options={TIPOS} value={tipo} onValueChange={setTipo} />
          )}
          <Field label="Motivo" error={campos.motivo}>
            <Input value={motivo} maxLength={200} onChange={(e) => setMotivo(e.target.value)} />
          </Field>
          {entra && (
            <Field label="Proveedor" opcional error={campos.proveedor}>
              <Input value={proveedor} maxLength={120} onChange={(e) => setProveedor(e.target.value)} />
            </Field>
          )}
          {rechazo && (
            <Notice tone="falta" alert>
              {campos.lineas ?? rechazo.message}
            </Notice>
          )}
          <Button type="submit" variant="primario" pendiente={pendiente} disabled={lineas.length === 0}>
            {entra ? 'Registrar entrada' : 'Registrar salida'}
          </Button>
        </div>
      </Card>
    </form>
  );
}
