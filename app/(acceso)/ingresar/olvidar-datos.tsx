'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Forgets what the pages of whoever was here had asked for: the next person on this device starts from nothing. */
export function OlvidarDatos() {
  const queries = useQueryClient();
  useEffect(() => queries.clear(), [queries]);
  return null;
}
