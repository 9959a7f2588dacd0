'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { MoneyField } from '@/components/ui/money-field';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { abrirAqui } from '@/lib/offline/session';
import { useGuardar } from './use-guardar';

/** Opens the caja that this device attends. The count is blind: what the last close left is the server's to say. */
export function AbrirSinRed({ caja }: { caja: string }) {
  const [contado, setContado] = useState<number | null>(null);
  const { guardar, pendiente, rechazo } = useGuardar(
    (db) => abrirAqui(db, contado ?? 0),
    () => {
      // At the counter's own address it is there already, and a scan may be on its way.
      if (window.location.pathname !== '/vender') window.location.assign('/vender');
    },
  );
  return (
    <form
      className="mx-auto w-full max-w-xl p-4 sm:p-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (contado !== null && !pendiente) void guardar();
      }}
    >
      <PageHeader title={`Abrir ${caja}`} subtitle="Sin conexión: la apertura llega al servidor cuando vuelva." />
      <Card>
        <Field label="Efectivo contado" hint="Billetes y monedas que hay ahora en la gaveta.">
          <MoneyField size="grande" value={contado} onValueChange={setContado} enterKeyHint="done" />
        </Field>
        {rechazo && (
          <Notice tone="falta" alert className="mt-4">
            {rechazo}
          </Notice>
        )}
        <Button
          type="submit"
          variant="primario"
          size="grande"
          className="mt-5 w-full"
          pendiente={pendiente}
          disabled={contado === null}
        >
          Abrir caja <Kbd tone="sobre">Enter</Kbd>
        </Button>
      </Card>
    </form>
  );
}
