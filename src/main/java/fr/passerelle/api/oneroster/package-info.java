/**
 * The REST interface of OneRoster 1.2, rostering, read only, and the token endpoint of
 * its OAuth 2 clients. Names, codes and shapes are those of 1EdTech; sentences are
 * French.
 */
package fr.passerelle.api.oneroster;
