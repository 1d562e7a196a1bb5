package fr.passerelle.publication.ldap;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;

/**
 * The directory server of an ENT, on a port: it checks the schema, and can be stopped,
 * slow, closed to the hub or touchy about one entry.
 */
public final class AnnuaireDEssai extends InMemoryOperationInterceptor implements AutoCloseable {

	private static final String ECOUTE = "ldap";

	private final InMemoryDirectoryServer serveur;

	private final int port;

	private final List<String> ecritures = Collections.synchronizedList(new ArrayList<>());

	private final Set<String> refuses = ConcurrentHashMap.newKeySet();

	private volatile CountDownLatch lenteur = new CountDownLatch(0);

	private volatile ResultCode fermeture;

	public AnnuaireDEssai() {
		try (ServerSocket libre = new ServerSocket(0)) {
			this.port = libre.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		try {
			InMemoryDirectoryServerConfig reglages = new InMemoryDirectoryServerConfig(Sdet.BASE);
			reglages.setSchema(Sdet.schema());
			reglages.addAdditionalBindCredentials(Sdet.COMPTE, Sdet.MOT_DE_PASSE);
			reglages.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig(ECOUTE, this.port));
			reglages.addInMemoryOperationInterceptor(this);
			this.serveur = new InMemoryDirectoryServer(reglages);
			this.serveur.add(Sdet.BASE, new Attribute("objectClass", "domain"), new Attribute("dc", "exemple"));
			demarrer();
		}
		catch (LDAPException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public String url() {
		return "ldap://127.0.0.1:" + this.port;
	}

	public void demarrer() {
		try {
			this.serveur.startListening(ECOUTE);
		}
		catch (LDAPException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public void arreter() {
		this.serveur.shutDown(ECOUTE, true);
	}

	/** Answers to no writing until {@link #accelerer()}. */
	public void ralentir() {
		this.lenteur = new CountDownLatch(1);
	}

	public void accelerer() {
		this.lenteur.countDown();
	}

	/** Refuses what is written under this name. */
	public void refuser(String dn) {
		this.refuses.add(dn);
	}

	public void accepter() {
		this.refuses.clear();
		this.fermeture = null;
	}

	/** Refuses every writing with this answer. */
	void fermer(ResultCode reponse) {
		this.fermeture = reponse;
	}

	/** What was written since the last time this was asked: verb and name, in order. */
	List<String> ecritures() {
		synchronized (this.ecritures) {
			List<String> faites = List.copyOf(this.ecritures);
			this.ecritures.clear();
			return faites;
		}
	}

	public AnnuaireLu lire() {
		return AnnuaireLu.de(this.serveur);
	}

	/** Every entry, by name, as text: equal, nothing changed. */
	String texte() throws LDAPException {
		StringBuilder texte = new StringBuilder();
		this.serveur.search(Sdet.BASE, com.unboundid.ldap.sdk.SearchScope.SUB, "(objectClass=*)")
			.getSearchEntries()
			.stream()
			.map((entree) -> entree.getDN()
					+ entree.getAttributes().stream().map(AnnuaireDEssai::texte).sorted().toList())
			.sorted()
			.forEach((entree) -> texte.append(entree).append('\n'));
		return texte.toString();
	}

	private static String texte(Attribute attribut) {
		return attribut.getName() + ": " + Stream.of(attribut.getValues()).sorted().toList();
	}

	Entry entree(String dn) throws LDAPException {
		return this.serveur.getEntry(dn);
	}

	/** What somebody else does to it. */
	InMemoryDirectoryServer mainEtrangere() {
		return this.serveur;
	}

	/** Somebody removes an entry. */
	public void effacer(String dn) {
		try {
			this.serveur.delete(dn);
		}
		catch (LDAPException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void remplacer(String dn, String attribut, String... valeurs) throws LDAPException {
		this.serveur.modify(dn, new Modification(ModificationType.REPLACE, attribut, valeurs));
	}

	@Override
	public void processAddRequest(InMemoryInterceptedAddRequest demande) throws LDAPException {
		juger("add", demande.getRequest().getDN());
	}

	@Override
	public void processModifyRequest(InMemoryInterceptedModifyRequest demande) throws LDAPException {
		juger("modify", demande.getRequest().getDN());
	}

	@Override
	public void processDeleteRequest(InMemoryInterceptedDeleteRequest demande) throws LDAPException {
		juger("delete", demande.getRequest().getDN());
	}

	private void juger(String verbe, String dn) throws LDAPException {
		try {
			this.lenteur.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		if (this.fermeture != null) {
			throw new LDAPException(this.fermeture, "closed to " + dn);
		}
		if (this.refuses.contains(dn)) {
			throw new LDAPException(ResultCode.OBJECT_CLASS_VIOLATION, "the value NOM-SECRET is not allowed");
		}
		this.ecritures.add(verbe + " " + dn);
	}

	@Override
	public void close() {
		accelerer();
		this.serveur.shutDown(true);
	}

}
