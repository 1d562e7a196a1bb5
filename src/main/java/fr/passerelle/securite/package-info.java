/**
 * Who may do what, for which schools. {@link fr.passerelle.securite.Role} is the one
 * matrix of rights, {@link fr.passerelle.securite.Perimetre} the schools an account sees;
 * a call that reserves nothing is refused. Persons and machines come with their account;
 * the consumers of OneRoster change theirs for a token
 * ({@link fr.passerelle.securite.Jetons}).
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = { "noyau", "plateforme" })
package fr.passerelle.securite;
