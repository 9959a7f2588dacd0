'use client';

import { Barcode, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Chip } from '@/components/ui/chip';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { agregarCodigoAction, quitarCodigoAction } from '@/lib/presentacion/actions';
import type { CodigoDto } from '@/lib/presentacion/schemas';
import { avisoDeCodigo, MAXIMO_CODIGO } from '@/lib/producto/rules';
import { useActo } from './use-acto';

type CodigosProps = { idProducto: number; codigos: readonly CodigoDto[]; puedeEditar: boolean };

/** Every code of the product itself; each reads the same at the counter. */
export function CodigosProducto({ idProducto, codigos, puedeEditar }: CodigosProps) {
  return (
    <Card title="Códigos del producto" aside="Cualquiera de ellos lo vende">
      {codigos.length === 0 && (
        <p className="text-tinta-2">Todavía no tiene códigos: se vende buscándolo por nombre.</p>
      )}
      <ListaCodigos codigos={codigos} puedeEditar={puedeEditar} />
      {puedeEditar && <NuevoCodigo idProducto={idProducto} idPresentacion={null} />}
    </Card>
  );
}

/** Codes as they are read, each with its cross but for the main one. */
export function ListaCodigos({ codigos, puedeEditar }: { codigos: readonly CodigoDto[]; puedeEditar: boolean }) {
  const { hacer, pendiente, rechazo } = useActo();
  if (codigos.length === 0) return null;
  return (
    <>
      <ul className="flex flex-wrap gap-2">
        {codigos.map(({ id, codigo, principal }) => (
          <li key={id} className="flex min-h-9 items-center gap-2 rounded-md bg-superficie-2 pl-3">
            <span className="num font-medium break-all">{codigo}</span>
            {principal || !puedeEditar ? (
              <span className="pr-3">{principal && <Chip tone="marca">principal</Chip>}</span>
            ) : (
              <Button
                variant="fantasma"
                size="icono"
                aria-label={`Quitar el código ${codigo}`}
                disabled={pendiente}
                onClick={() => hacer(quitarCodigoAction, { id }, { aviso: `${codigo} quitado: queda libre` })}
              >
                <X aria-hidden="true" />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rechazo && (
        <p role="alert" className="mt-2 text-sm text-falta">
          {rechazo.message}
        </p>
      )}
    </>
  );
}

/** One more code, typed or scanned: the scanner's Enter adds it. */
export function NuevoCodigo({ idProducto, idPresentacion }: { idProducto: number; idPresentacion: number | null }) {
  const [codigo, setCodigo] = useState('');
  const { hacer, pendiente, rechazo } = useActo();
  const enviar = (event: FormEvent) => {
    event.preventDefault();
    if (!codigo.trim()) return;
    const raw = { id_producto: idProducto, id_presentacion: idPresentacion, codigo: codigo.trim() };
    hacer(agregarCodigoAction, raw, { aviso: `Código ${raw.codigo} agregado`, alHacer: () => setCodigo('') });
  };
  return (
    <form onSubmit={enviar} className="mt-3 flex max-w-md items-end gap-2">
      <Field
        label="Otro código"
        hint={avisoDeCodigo(codigo.trim()) ?? undefined}
        error={rechazo?.message}
        className="flex-1"
      >
        <Input
          value={codigo}
          onChange={(event) => setCodigo(event.target.value)}
          maxLength={MAXIMO_CODIGO}
          spellCheck={false}
          autoCapitalize="off"
          className="num"
          prefix={<Barcode aria-hidden="true" className="size-5" />}
        />
      </Field>
      <Button type="submit" variant="suave" pendiente={pendiente} className={rechazo ? 'mb-5.5' : ''}>
        Agregar
      </Button>
    </form>
  );
}
