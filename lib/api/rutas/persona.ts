import { z } from 'zod';
import { enSobre, Persona } from '@/lib/api/modelos/usuario';
import { rutasDe } from '@/lib/api/ruta';
import { CrearPersonaInput, EditarPersonaInput, LeerUsuarioInput, ListarPersonasInput } from '@/lib/usuario/schemas';
import { USUARIO } from './ejemplos';

const ruta = rutasDe('usuario');
const OTRA = 40;
const PERSONA = { ...USUARIO.persona, id: OTRA };

export const RUTAS_PERSONA = [
  ruta({
    metodo: 'POST',
    camino: '/persona',
    resumen: 'Anotar a una persona',
    descripcion: 'Sin ingreso al sistema: para eso, `POST /usuario/register`.',
    entrada: CrearPersonaInput,
    salida: Persona,
    estado: 201,
    permisos: ['usuario:crear'],
    ejemplo: {
      pedido: { nombres: 'Rosa', p_apellido: 'Mamani', fecha_nacimiento: '1994-08-06', genero: 'F' },
      respuesta: PERSONA,
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/persona',
    resumen: 'Las personas anotadas',
    descripcion: 'Las de sus sucursales, por número, dentro de `data`. Sin `limite` vienen todas.',
    entrada: ListarPersonasInput,
    salida: enSobre(z.array(Persona)),
    permisos: ['usuario:ver'],
    ejemplo: { respuesta: { status: 200, message: 'Personas', data: [PERSONA] } },
  }),
  ruta({
    metodo: 'PUT',
    camino: '/persona',
    resumen: 'Corregir los datos de una persona',
    descripcion: 'Lo que no se manda queda como está.',
    entrada: EditarPersonaInput,
    salida: Persona,
    permisos: ['usuario:editar'],
    ejemplo: { pedido: { id: OTRA, nombres: 'Rosa María' }, respuesta: { ...PERSONA, nombres: 'Rosa María' } },
  }),
  ruta({
    metodo: 'GET',
    camino: '/persona/{id}',
    resumen: 'Una persona',
    entrada: LeerUsuarioInput,
    salida: Persona,
    permisos: ['usuario:ver'],
    ejemplo: { pedido: { id: OTRA }, respuesta: PERSONA },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/persona/{id}',
    resumen: 'Quitar a una persona',
    descripcion: 'No se puede mientras ingresa al sistema.',
    entrada: LeerUsuarioInput,
    salida: Persona,
    permisos: ['usuario:editar'],
    conflictos: ['persona_con_usuario'],
    ejemplo: { pedido: { id: OTRA }, respuesta: { ...PERSONA, estado: false } },
  }),
];
