package fr.passerelle.bilan.document;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlRootElement;

/**
 * An élève: by his number in SIECLE and his division (2D), or by his INE and his class
 * (1D).
 */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlRootElement(name = "eleve")
public class Eleve {

	@XmlAttribute
	public String id;

	@XmlAttribute(name = "id-be")
	public String idBe;

	@XmlAttribute
	public String ine;

	@XmlAttribute(name = "classe-ref")
	public String classeRef;

	@XmlAttribute
	public String nom;

	@XmlAttribute
	public String prenom;

	@XmlAttribute(name = "code-division")
	public String codeDivision;

}
