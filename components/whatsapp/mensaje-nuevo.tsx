'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { toast } from 'sonner';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { newUuid } from '@/lib/uuid';
import { enviarTextoAction } from '@/lib/whatsapp/actions';
import { estadoWhatsappQuery } from '@/lib/whatsapp/query-options';
import { TEXTO_MAXIMO } from '@/lib/whatsapp/rules';
import type { EstadoWhatsappDto } from '@/lib/whatsapp/schemas';

const PRUEBA = 'Mensaje de prueba de la tienda.';

type Rechazo = { message: string; campos?: Readonly<Record<string, string>> };

/** A message to a number, to try the connection or to say something by hand. Its key serves every try. */
export function MensajeNuevo({ inicial }: { inicial: EstadoWhatsappDto }) {
  const { data: estado } = useQuery({ ...estadoWhatsappQuery(), initialData: inicial });
  const queries = useQueryClient();
  const clave = useRef<string | null>(null);
  const [pendiente, startTransition] = useTransition();
  const [codigo, setCodigo] = useState('591');
  const [numero, setNumero] = useState('');
  const [texto, setTexto] = useState(PRUEBA);
  const [rechazo, setRechazo] = useState<Rechazo | null>(null);

  const enviar = (event: FormEvent) => {
    event.preventDefault();
    clave.current ??= newUuid();
    const llave = clave.current;
    startTransition(async () => {
      const hecho = await enviarTextoAction({ code: codigo, phone: numero, message: texto }, llave);
      if (!hecho.ok) return setRechazo(hecho);
      clave.current = null;
      setRechazo(null);
      setTexto('');
      toast.success('El mensaje está en cola');
      await queries.invalidateQueries({ queryKey: ['whatsapp'] });
    });
  };
  // another content is another message
  const cambiar = (poner: (valor: string) => void) => (event: { target: { value: string } }) => {
    clave.current = null;
    poner(event.target.value);
  };
  const sinVincular = estado.numero === null;
  return (
    <Card title="Mandar un mensaje">
      <form onSubmit={enviar} className="flex flex-col gap-4">
        <div className="grid grid-cols-[6.5rem_1fr] gap-3">
          <Field label="País" error={rechazo?.campos?.code}>
            <Input value={codigo} onChange={cambiar(setCodigo)} prefix="+" inputMode="tel" required maxLength={6} />
          </Field>
          <Field label="Número" error={rechazo?.campos?.phone}>
            <Input
              value={numero}
              onChange={cambiar(setNumero)}
              type="tel"
              inputMode="tel"
              required
              maxLength={20}
              placeholder="71234567"
            />
          </Field>
        </div>
        <Field label="Mensaje" error={rechazo?.campos?.message}>
          <Textarea value={texto} onChange={cambiar(setTexto)} required maxLength={TEXTO_MAXIMO} rows={3} />
        </Field>
        {rechazo && !rechazo.campos && (
          <Notice tone="falta" alert>
            {rechazo.message}
          </Notice>
        )}
        <div className="flex flex-wrap items-center justify-end gap-3">
          {sinVincular && <p className="grow text-xs text-tinta-2">Primero hay que vincular un teléfono.</p>}
          <Button
            type="submit"
            variant="primario"
            pendiente={pendiente}
            disabled={sinVincular}
            icon={<Send aria-hidden="true" />}
          >
            Enviar
          </Button>
        </div>
      </form>
    </Card>
  );
}
