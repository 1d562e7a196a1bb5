/**
 * What every code says to people: title, cause and correction in French, how severe it is
 * and in which error queue it goes. Its door is
 * {@link fr.passerelle.catalogue.Catalogue}, read from {@code messages/*.yaml} and from
 * the heads of the SQL rules.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "mapping" })
package fr.passerelle.catalogue;
