'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast';
import { newUuid } from '@/lib/uuid';
import { enviarTextoAction } from '@/lib/whatsapp/actions';
import { estadoWhatsappQuery } from '@/lib/whatsapp/query-options';
import { TEXTO_MAXIMO } from '@/lib/whatsapp/rules';
import type { EstadoWhatsappDto } from '@/lib/whatsapp/schemas';
import { CamposTelefono, SIN_NUMERO } from './campos-telefono';

const PRUEBA = 'Mensaje de prueba de la tienda.';

type Rechazo = { message: string; campos?: Readonly<Record<string, string>> };

/** A message to a number, to try the connection or to say something by hand. Its key serves every try of the same one. */
export function MensajeNuevo({ inicial }: { inicial: EstadoWhatsappDto }) {
  const { data: estado } = useQuery({ ...estadoWhatsappQuery(), initialData: inicial });
  const queries = useQueryClient();
  const clave = useRef<string | null>(null);
  const [pendiente, startTransition] = useTransition();
  const [telefono, setTelefono] = useState(SIN_NUMERO);
  const [texto, setTexto] = useState(PRUEBA);
  const [rechazo, setRechazo] = useState<Rechazo | null>(null);

  const enviar = (event: FormEvent) => {
    event.preventDefault();
    clave.current ??= newUuid();
    const llave = clave.current;
    startTransition(async () => {
      const hecho = await enviarTextoAction({ ...telefono, message: texto }, llave);
      if (!hecho.ok) return setRechazo(hecho);
      clave.current = null;
      setRechazo(null);
      setTexto('');
      toast.success('El mensaje está en cola');
      await queries.invalidateQueries({ queryKey: ['whatsapp'] });
    });
  };
  const sinVincular = estado.numero === null;
  return (
    <Card title="Mandar un mensaje">
      <form onSubmit={enviar} className="flex flex-col gap-4">
        <CamposTelefono
          valor={telefono}
          onValor={(valor) => {
            clave.current = null;
            setTelefono(valor);
          }}
          campos={rechazo?.campos}
        />
        <Field label="Mensaje" error={rechazo?.campos?.message}>
          <Textarea
            value={texto}
            onChange={(event) => {
              clave.current = null;
              setTexto(event.target.value);
            }}
            required
            maxLength={TEXTO_MAXIMO}
            rows={3}
          />
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
