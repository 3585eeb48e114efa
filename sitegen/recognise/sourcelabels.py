"""What stands before a colon in a line that is nothing but a list of sources, in the languages that are read. Data."""

_WORDS = """
    source sources quelle quellen fuente fuentes nguồn المصدر المصادر fonte fontes fonti font źródło źródła zdroj zdroje
    bron bronnen källa källor kilde kilder lähde lähteet forrás források sursa surse πηγή πηγές kaynak kaynaklar
    источник
    источники джерело джерела източник извор извори izvor izvori vir allikas avots šaltinis sumber स्रोत সূত্র منبع ماخذ
    מקור 来源 來源 资料来源 出典 引用元 출처 ที่มา
"""
SOURCE_LABELS = tuple(_WORDS.split())
"""In small letters."""
