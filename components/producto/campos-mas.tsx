'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import {
  MAXIMO_SKU,
  POLITICAS_SOBREVENTA,
  type PoliticaSobreventa,
  TRATAMIENTOS,
  type Tratamiento,
} from '@/lib/producto/rules';
import type { GrupoProps } from './campos-identidad';

const IMPUESTO: Record<Tratamiento, string> = {
  GRAVADO: 'Gravado, IVA incluido',
  EXENTO: 'Exento',
  TASA_CERO: 'Tasa cero',
};

const SIN_EXISTENCIA: Record<PoliticaSobreventa, string> = {
  RECHAZAR: 'No se vende',
  AVISAR: 'Se avisa y se vende, con permiso',
};

/** The shop's own reference, days of cover, tax, and what to do when there is not enough. */
export function CamposMas({ valores, cambiar, campos }: GrupoProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="SKU" opcional hint="La referencia propia de la tienda." error={campos.sku}>
        <Input
          value={valores.sku}
          onChange={(event) => cambiar({ sku: event.target.value })}
          maxLength={MAXIMO_SKU}
          spellCheck={false}
        />
      </Field>
      <Field
        label="Días de cobertura"
        opcional
        hint="Para cuántos días de venta debe haber."
        error={campos.dias_cobertura}
      >
        <Input
          value={valores.dias}
          onChange={(event) => cambiar({ dias: event.target.value.replace(/\D/g, '') })}
          inputMode="numeric"
          maxLength={3}
          className="num"
        />
      </Field>
      <Field label="Impuesto" error={campos.tratamiento}>
        <Select
          value={valores.tratamiento}
          onChange={(event) => cambiar({ tratamiento: event.target.value as Tratamiento })}
        >
          {TRATAMIENTOS.map((t) => (
            <option key={t} value={t}>
              {IMPUESTO[t]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Si no alcanza la existencia" error={campos.politica_sobreventa}>
        <Select
          value={valores.sobreventa}
          onChange={(event) => cambiar({ sobreventa: event.target.value as PoliticaSobreventa })}
        >
          {POLITICAS_SOBREVENTA.map((p) => (
            <option key={p} value={p}>
              {SIN_EXISTENCIA[p]}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
