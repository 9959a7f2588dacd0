import { notFound } from 'next/navigation';
import { ZodError } from 'zod';
import { NoEncontradoError } from '@/lib/errors';

/** The answer of a query, or the "not found" page where its row is absent or the address holds no id. */
export async function orNotFound<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof NoEncontradoError || error instanceof ZodError) notFound();
    throw error;
  }
}
