/**
 * The SFTP servers that the settings name ({@code passerelle.canaux.sftp}) and the one
 * way to join them: whoever fetches there or writes there knows a name, never a host nor
 * a secret, and cannot weaken a connection. Its important types:
 * {@link fr.passerelle.canal.ServeursSftp}, {@link fr.passerelle.canal.Envois}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "noyau")
package fr.passerelle.canal;
