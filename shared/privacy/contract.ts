import { z } from 'zod';
import { byIdSchema, declare, idSchema, notFound, refused } from '#shared/procedure.ts';
import { purposeSchema } from '#shared/privacy/purposes.ts';

export const consentSchema = z.object({
  id: z.string(),
  partyId: z.string(),
  purpose: z.string(),
  given: z.boolean(),
  /** The day it was said, ISO. */
  saidOn: z.iso.date(),
  /** Where or how it was said: "form on the site", "signed at the counter"... */
  source: z.string(),
  note: z.string(),
  authorId: z.string(),
  createdAt: z.number(),
});
export type Consent = z.infer<typeof consentSchema>;

/** Deals and payments that the books need: kept under a card that names nobody, or erased with all the rest. */
export const booksSchema = z.enum(['keep', 'erase']);
export type Books = z.infer<typeof booksSchema>;

const countsSchema = z.record(z.string(), z.number().int());

export const erasurePreviewSchema = z.object({
  name: z.string(),
  /** What the person is called by in the certificate unless something else is said: initials. */
  initials: z.string(),
  /** How many records of each type go, if the books are kept. */
  counts: countsSchema,
  /** How many of what the books need would stay without a name. */
  books: countsSchema,
  /** Whether other computers of the company have to erase too, at their next exchange. */
  isShared: z.boolean(),
});
export type ErasurePreview = z.infer<typeof erasurePreviewSchema>;

export const certificateSchema = z.object({
  /** The number of its entry in the audit. */
  id: z.string(),
  at: z.number(),
  /** Who erased. */
  actorName: z.string(),
  /** What the person is called by: nothing else of them is kept. */
  namedBy: z.string(),
  /** Tells it from others: the start of a SHA-256 of the card's id. */
  mark: z.string(),
  books: booksSchema,
  counts: countsSchema,
  kept: countsSchema,
  isShared: z.boolean(),
  /** Backups made before, which may still hold the person: names of files. */
  backups: z.array(z.string()),
});
export type Certificate = z.infer<typeof certificateSchema>;

const tags = ['Privacy'];

export const privacyContract = {
  /** What a client has allowed and forbidden, the latest said first. */
  consents: declare('party.see')
    .route({ method: 'GET', path: '/parties/{id}/consents', operationId: 'listConsents', tags, summary: 'Consents of a client' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.array(consentSchema)),
  /** What somebody takes back is said as another, with `given: false`: what was said before stays as proof. */
  addConsent: declare('consent.edit')
    .route({
      method: 'POST',
      path: '/parties/{id}/consents',
      operationId: 'addConsent',
      tags,
      summary: 'Write down what a client allows or forbids',
      successStatus: 201,
    })
    .errors({ ...notFound, ...refused })
    .input(
      byIdSchema.extend({
        purpose: idSchema,
        given: z.boolean(),
        saidOn: z.iso.date(),
        source: z.string().trim().max(200),
        note: z.string().trim().max(2000).default(''),
      }),
    )
    .output(consentSchema),
  /** For one that was entered wrongly; what somebody takes back is said as another. */
  removeConsent: declare('consent.edit')
    .route({ method: 'DELETE', path: '/consents/{id}', operationId: 'removeConsent', tags, summary: 'Remove a consent' })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.object({ id: z.string(), actId: z.string() })),
  purposes: declare('party.see')
    .route({
      method: 'GET',
      path: '/consent-purposes',
      operationId: 'listConsentPurposes',
      tags,
      summary: 'What consents are for',
    })
    .output(z.array(purposeSchema)),
  setPurposes: declare('privacy.manage')
    .route({
      method: 'PUT',
      path: '/consent-purposes',
      operationId: 'setConsentPurposes',
      tags,
      summary: 'Say what consents are for',
    })
    .errors(refused)
    .input(z.object({ purposes: z.array(purposeSchema).min(1).max(30) }))
    .output(z.array(purposeSchema)),
  /** Everything kept about a client, as a zip with a page to read and JSON. */
  export: declare('privacy.manage')
    .route({
      method: 'GET',
      path: '/parties/{id}/data',
      operationId: 'exportPersonalData',
      tags,
      summary: 'All data of a client',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.file()),
  preview: declare('privacy.manage')
    .route({
      method: 'GET',
      path: '/parties/{id}/erasure',
      operationId: 'previewErasure',
      tags,
      summary: 'What erasing would take',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(erasurePreviewSchema),
  /**
   * Erases a client for good, here and on all computers of the company. `typedName` has to be the client's name: REFUSED (field
   * "typedName", code "differs").
   */
  erase: declare('privacy.manage')
    .route({
      method: 'POST',
      path: '/parties/{id}/erasure',
      operationId: 'erasePerson',
      tags,
      summary: 'Erase a client for good',
    })
    .errors({ ...notFound, ...refused })
    .input(
      byIdSchema.extend({
        typedName: z.string().max(500),
        books: booksSchema.default('keep'),
        /** What the certificate calls the person by; initials unless it is said. */
        namedBy: z.string().trim().min(1).max(60).optional(),
      }),
    )
    .output(certificateSchema),
  erasures: declare('privacy.manage')
    .route({ method: 'GET', path: '/erasures', operationId: 'listErasures', tags, summary: 'Clients erased for good' })
    .output(z.array(certificateSchema)),
  /** A page to print. */
  certificate: declare('privacy.manage')
    .route({
      method: 'GET',
      path: '/erasures/{id}',
      operationId: 'printErasureCertificate',
      tags,
      summary: 'Certificate of an erasure',
    })
    .errors(notFound)
    .input(byIdSchema)
    .output(z.file()),
};
