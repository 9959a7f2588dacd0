'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import { editarPersonaAction } from '@/lib/usuario/actions';
import type { PersonaDto } from '@/lib/usuario/schemas';
import { CamposPersona, type ValoresPersona } from './campos-persona';
import { useGuardar } from './use-guardar';

/** A person's own data. */
export function FormularioPersona({ persona }: { persona: PersonaDto }) {
  const router = useRouter();
  const { form, pendiente, rechazo, campos, guardar } = useGuardar();
  const { nombres, p_apellido, s_apellido, fecha_nacimiento, genero } = persona;
  const [valores, setValores] = useState<ValoresPersona>({
    nombres,
    p_apellido,
    s_apellido: s_apellido ?? '',
    fecha_nacimiento,
    genero,
  });
  return (
    <Card title="Datos personales">
      <form
        ref={form}
        noValidate
        autoComplete="off"
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          guardar(
            () => editarPersonaAction({ id: persona.id, ...valores }),
            () => {
              toast.success('Datos guardados');
              router.refresh();
            },
          );
        }}
      >
        <CamposPersona valores={valores} cambiar={(c) => setValores((antes) => ({ ...antes, ...c }))} campos={campos} />
        {rechazo && (
          <Notice tone="falta" alert>
            {rechazo.message}
          </Notice>
        )}
        <div className="flex flex-col sm:flex-row-reverse">
          <Button type="submit" pendiente={pendiente}>
            Guardar datos
          </Button>
        </div>
      </form>
    </Card>
  );
}
