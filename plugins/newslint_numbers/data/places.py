"""Names of countries, peoples, states and provinces, in lower case: too many events happen in each."""

# Words of names of several words stand one by one, as the names of an article do.
COUNTRIES = frozenset(
    """afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain
    bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia herzegovina botswana brazil brunei
    bulgaria burkina faso burundi cambodia cameroon canada cape verde chad chile china colombia comoros congo
    costa rica croatia cuba cyprus czech czechia denmark djibouti dominica dominican ecuador egypt salvador
    england eritrea estonia eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece
    grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel
    italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia
    libya lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico
    moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands zealand nicaragua
    niger nigeria macedonia norway oman pakistan palestine panama papua paraguay peru philippines poland
    portugal qatar romania russia rwanda samoa saudi arabia senegal serbia seychelles leone singapore slovakia
    slovenia solomon somalia africa spain lanka sudan suriname sweden switzerland syria taiwan tajikistan
    tanzania thailand timor togo tonga trinidad tobago tunisia turkey turkmenistan uganda ukraine emirates
    kingdom scotland wales uruguay uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe""".split()
)
PEOPLES = frozenset(
    """afghan algerian argentine austrian bangladeshi belgian brazilian cameroonian chilean colombian congolese
    cuban danish egyptian ethiopian finnish ghanaian haitian hungarian indonesian iranian irish israelis italian
    ivorian jamaican jordanian kenyan lebanese liberian libyan malian malaysian mexican moroccan nepalese
    nigerian nigerians nigerien norwegian pakistani peruvian filipino philippine portuguese qatari romanian
    saudi scottish senegalese serbian somali sudanese swedish swiss syrian taiwanese tanzanian thai tunisian
    ugandan venezuelan vietnamese welsh yemeni zambian zimbabwean israelis palestinians iraqis afghans""".split()
)
STATES = frozenset(
    """alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho
    illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi
    missouri montana nebraska nevada hampshire jersey carolina dakota ohio oklahoma oregon pennsylvania rhode
    tennessee texas utah vermont virginia washington wisconsin wyoming columbia ontario quebec manitoba
    saskatchewan alberta newfoundland labrador brunswick nova scotia yukon nunavut queensland victoria tasmania
    wales abia adamawa akwa ibom anambra bauchi bayelsa benue borno delta ebonyi edo ekiti enugu gombe imo
    jigawa kaduna kano katsina kebbi kogi kwara lagos nasarawa ogun ondo osun oyo plateau rivers sokoto taraba
    yobe zamfara abuja andhra pradesh arunachal assam bihar chhattisgarh goa gujarat haryana himachal jharkhand
    karnataka kerala madhya maharashtra manipur meghalaya mizoram nagaland odisha punjab rajasthan sikkim tamil
    nadu telangana tripura uttarakhand bengal sindh balochistan khyber pakhtunkhwa kashmir gauteng limpopo
    mpumalanga kwazulu natal""".split()
)
TOO_LARGE = COUNTRIES | PEOPLES | STATES
