package fr.passerelle.publication.ldap;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;

/**
 * An open connection to the server of a consumer. A fault of the entry is an
 * {@link Issue}; whatever else the server answers is {@link AnnuaireEnPanne}.
 */
final class Serveur implements AutoCloseable {

	/** What servers allow at the least. */
	private static final int PAR_PAGE = 500;

	/** Answers that concern this entry only: trying again would change nothing. */
	private static final Set<ResultCode> DE_L_ENTREE = Set.of(ResultCode.NO_SUCH_ATTRIBUTE,
			ResultCode.UNDEFINED_ATTRIBUTE_TYPE, ResultCode.INAPPROPRIATE_MATCHING, ResultCode.CONSTRAINT_VIOLATION,
			ResultCode.ATTRIBUTE_OR_VALUE_EXISTS, ResultCode.INVALID_ATTRIBUTE_SYNTAX, ResultCode.INVALID_DN_SYNTAX,
			ResultCode.NAMING_VIOLATION, ResultCode.OBJECT_CLASS_VIOLATION, ResultCode.NOT_ALLOWED_ON_NONLEAF,
			ResultCode.NOT_ALLOWED_ON_RDN, ResultCode.OBJECT_CLASS_MODS_PROHIBITED);

	private final LDAPConnection connexion;

	private final Nommage nommage;

	private final Modeles modeles;

	Serveur(LDAPConnection connexion, Nommage nommage, Modeles modeles) {
		this.connexion = connexion;
		this.nommage = nommage;
		this.modeles = modeles;
	}

	/** Makes the branches that are not there. */
	Serveur preparer() {
		try {
			for (Branche branche : Branche.values()) {
				String dn = this.nommage.dn(branche);
				if (this.connexion.getEntry(dn, SearchRequest.NO_ATTRIBUTES) == null) {
					this.connexion.add(Attributs.branche(dn));
				}
			}
			return this;
		}
		catch (LDAPException ex) {
			throw new AnnuaireEnPanne(ex);
		}
	}

	/** The entry of this name, if there is one. */
	Optional<Existante> lire(String dn) {
		try {
			return Optional.ofNullable(this.connexion.getEntry(dn)).map(Existante::de);
		}
		catch (LDAPException ex) {
			throw new AnnuaireEnPanne(ex);
		}
	}

	/** Whether an entry bears the mark of the hub. */
	boolean estNotre(Existante existante, String marque) {
		return cle(existante, marque).isPresent();
	}

	private Optional<String> cle(Existante existante, String marque) {
		return existante.valeurs(marque)
			.stream()
			.filter((valeur) -> valeur.startsWith(this.nommage.source() + "$"))
			.findFirst();
	}

	/** Every entry of a branch that is the hub's: its mark, and itself. */
	void parcourir(Branche branche, java.util.function.BiConsumer<String, Existante> suite) {
		List<Modele> siens = this.modeles.de(branche);
		String marque = siens.get(0).marque();
		String[] attributs = siens.stream()
			.flatMap((modele) -> Stream.concat(modele.attributs().stream(), modele.depart().stream()))
			.distinct()
			.toArray(String[]::new);
		parPage(branche, marque, attributs, (entree) -> {
			Existante existante = Existante.de(entree);
			cle(existante, marque).ifPresent((cle) -> suite.accept(cle, existante));
		});
	}

	private void parPage(Branche branche, String marque, String[] attributs, Consumer<SearchResultEntry> suite) {
		try {
			SearchRequest demande = new SearchRequest(this.nommage.dn(branche), SearchScope.ONE,
					Filter.createPresenceFilter(marque), attributs);
			ASN1OctetString place = null;
			do {
				demande.setControls(new SimplePagedResultsControl(PAR_PAGE, place));
				SearchResult page = this.connexion.search(demande);
				page.getSearchEntries().forEach(suite);
				SimplePagedResultsControl suivante = SimplePagedResultsControl.get(page);
				place = (suivante != null && suivante.moreResultsToReturn()) ? suivante.getCookie() : null;
			}
			while (place != null);
		}
		catch (LDAPSearchException ex) {
			throw new AnnuaireEnPanne(ex);
		}
		catch (LDAPException ex) {
			throw new AnnuaireEnPanne(ex);
		}
	}

	/**
	 * Makes an entry be as wanted.
	 * @param existante what the server has of it, null for nothing
	 */
	Issue ecrire(EntreeLue voulue, Existante existante) {
		try {
			if (existante == null) {
				this.connexion.add(Attributs.entree(voulue));
				return Issue.de(Issue.Sorte.AJOUTEE);
			}
			if (!estNotre(existante, voulue.modele().marque())) {
				return refus("LDAP_R_OCCUPE", ResultCode.ENTRY_ALREADY_EXISTS);
			}
			boolean renommee = renommer(voulue.dn(), existante.dn());
			List<Modification> modifications = Differences.entre(voulue, existante);
			if (!modifications.isEmpty()) {
				this.connexion.modify(voulue.dn(), modifications);
			}
			return Issue.de((renommee || !modifications.isEmpty()) ? Issue.Sorte.MODIFIEE : Issue.Sorte.INCHANGEE);
		}
		catch (LDAPException ex) {
			return juger(ex);
		}
	}

	/** Somebody gave the entry another name: others name it by the hub's. */
	private boolean renommer(String dn, String autre) throws LDAPException {
		if (Attributs.memeNom(dn, autre)) {
			return false;
		}
		this.connexion.modifyDN(autre, Attributs.rdn(dn), true);
		return true;
	}

	/** Takes from an entry what speaks of the present, and these attributes. */
	Issue marquerPartie(Existante existante, Branche branche, Set<String> retires) {
		Set<String> attributs = new LinkedHashSet<>(this.modeles.depart(branche));
		attributs.addAll(retires);
		Issue issue = effacer(existante, attributs);
		return issue.refusee() ? issue : Issue.de(Issue.Sorte.PARTIE);
	}

	/** Takes attributes from an entry. */
	Issue effacer(Existante existante, Set<String> attributs) {
		try {
			List<Modification> modifications = Differences.sans(attributs, existante);
			if (modifications.isEmpty()) {
				return Issue.de(Issue.Sorte.INCHANGEE);
			}
			this.connexion.modify(existante.dn(), modifications);
			return Issue.de(Issue.Sorte.MODIFIEE);
		}
		catch (LDAPException ex) {
			return juger(ex);
		}
	}

	/** Removes an entry; one that is not there is removed. */
	Issue retirer(String dn) {
		try {
			this.connexion.delete(dn);
			return Issue.de(Issue.Sorte.RETIREE);
		}
		catch (LDAPException ex) {
			return ex.getResultCode().equals(ResultCode.NO_SUCH_OBJECT) ? Issue.de(Issue.Sorte.RETIREE) : juger(ex);
		}
	}

	private static Issue juger(LDAPException refus) {
		if (refus.getResultCode().equals(ResultCode.ENTRY_ALREADY_EXISTS)) {
			return refus("LDAP_R_OCCUPE", refus.getResultCode());
		}
		if (DE_L_ENTREE.contains(refus.getResultCode())) {
			return refus("LDAP_R_SCHEMA", refus.getResultCode());
		}
		throw new AnnuaireEnPanne(refus);
	}

	private static Issue refus(String code, ResultCode reponse) {
		return new Issue(Issue.Sorte.REFUSEE, code, reponse.getName() + " (" + reponse.intValue() + ")");
	}

	@Override
	public void close() {
		this.connexion.close();
	}

}
