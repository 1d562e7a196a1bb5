/**
 * Opens a deposited file safely, by streaming, and says what it is by its content. Its
 * door is {@link fr.passerelle.enveloppe.Enveloppe}: hostile or foreign files become a
 * refusal with its precise reason ({@link fr.passerelle.enveloppe.Codes}), the others a
 * {@link fr.passerelle.enveloppe.Document} that can be read again. Nothing is ever
 * written to disk and nothing a file asks for is ever fetched. Which files are ours, and
 * which are not, is said by {@code mappings/}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "journal", "mapping" })
package fr.passerelle.enveloppe;
